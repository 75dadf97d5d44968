/**
 * Living evidence: ten controls, one for each recommendation of 2019, measured from what the other services tell.
 *
 * <p>A control asks one question of many subjects (departments, charters, projects, engagements, cycles) and has a target
 * and the elements of recommendations that it supports. Each subject is judged when something is told of it, when a day
 * comes that changes the answer, and every night; the measure is moved by the difference, so that an event costs the same
 * after a million others. A measure that changes is told, and goes with the recommendations. At the end of each month the
 * measure is noted; two months below target after the verdict propose a regression.
 */
@NullMarked
package city.c3po.audit.control;

import org.jspecify.annotations.NullMarked;
