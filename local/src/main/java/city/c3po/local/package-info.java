/**
 * The verbs of {@code ./c3po}, one class each. They read what the person typed and the settings, and leave the work to
 * the packages below: parts and their processes, the suite as a whole, tokens, the clock, the sample city.
 */
@NullMarked
package city.c3po.local;

import org.jspecify.annotations.NullMarked;
