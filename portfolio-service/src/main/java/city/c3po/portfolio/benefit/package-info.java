/**
 * Benefits: what a project was for, and what has come of it.
 *
 * <p>A benefit has a measure with a baseline and a target, an owner, and readings. It is TRACKED while the project runs and
 * after it, until gate G6 has been passed; then it is CLOSED. What it is worth follows from its readings and never from
 * what was promised; return on investment is that worth beside what finance posted.
 */
@NullMarked
package city.c3po.portfolio.benefit;

import org.jspecify.annotations.NullMarked;
