/**
 * The schedule of a project: its activities, their links, and the dates that follow.
 *
 * <p>A schedule is said as a whole, or one activity at a time; its dates are never said but computed, in working days of
 * the city's calendar, and each names what drives it. What happened lies before the <em>data date</em>, what remains
 * after it. Activities carry what the other controls need: a budget, how value is earned on them, and how uncertain they
 * are. The rows are versioned beside the journal, which keeps counts and a hash.
 */
@NullMarked
package city.c3po.portfolio.schedule;

import org.jspecify.annotations.NullMarked;
