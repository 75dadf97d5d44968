/**
 * Lessons: what a project taught, so that the next one need not learn it again.
 *
 * <p>A lesson has a statement, its cause, a recommended check, and tags. An initiative with one of these tags finds it at
 * its submission, and its department accepts or waives it, with a reason, before the office routes it.
 */
@NullMarked
package city.c3po.portfolio.lesson;

import org.jspecify.annotations.NullMarked;
