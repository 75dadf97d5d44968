/**
 * Resources: who has time for a project, and how much is missing.
 *
 * <p>A <em>capacity</em> is the time that a role of a department has in one month: working hours times full-time equivalents,
 * less leave and operations. An <em>allocation</em> asks for some of it: PLANNED, REQUESTED, REJECTED or CONFIRMED (soft),
 * ALLOCATED (hard), COMPLETED or CANCELLED. Soft ones may come to more than there is, and then the answer names the gap and
 * the levers; hard ones may not, unless the resource owner overrides it with a reason. The database holds that line too.
 */
@NullMarked
package city.c3po.portfolio.resource;

import org.jspecify.annotations.NullMarked;
