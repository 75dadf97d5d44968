/**
 * The measures. Each says what it compares with what, runs its rounds, and answers with figures, or with the reason why
 * there are none.
 */
@NullMarked
package city.c3po.bench.measure;

import org.jspecify.annotations.NullMarked;
