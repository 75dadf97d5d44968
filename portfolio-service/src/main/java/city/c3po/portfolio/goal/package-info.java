/**
 * Goals: where the city wants to go, and how it will see that it got there.
 *
 * <p>A goal has a statement and measures. The office says of each initiative how much it serves a goal, from 0 to 3, with
 * a sentence.
 */
@NullMarked
package city.c3po.portfolio.goal;

import org.jspecify.annotations.NullMarked;
