/**
 * Support and training: what the portfolio office does for initiatives that departments run themselves.
 *
 * <p>A support engagement is OFFERED for a delegated initiative, and ACCEPTED or DECLINED by its department; an accepted
 * one is COMPLETED with a word on what came of it. A training has sessions, and each session its attendance.
 */
@NullMarked
package city.c3po.portfolio.learning;

import org.jspecify.annotations.NullMarked;
