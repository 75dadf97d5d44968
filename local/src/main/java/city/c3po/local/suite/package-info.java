/**
 * All parts together: which there are with the present settings, in which order they start and stop, and what to tell
 * the person who waits for it.
 */
@NullMarked
package city.c3po.local.suite;

import org.jspecify.annotations.NullMarked;
