/**
 * The roadmap: the milestones of all audits on one line of time.
 *
 * <p>Each with its horizon and, where the department has finished milestones before, with the days on which it will be done
 * with a probability of 50 and of 80 percent, as its own past says. As JSON, as a calendar, and as a picture.
 */
@NullMarked
package city.c3po.audit.roadmap;

import org.jspecify.annotations.NullMarked;
