/**
 * Pictures of a project for people: the schedule as a Gantt chart, cost and value as an S-curve.
 *
 * <p>They are SVG documents that need nothing from elsewhere. Each says in a title and a description what it shows, for those
 * who do not see it. What matters is told by lightness, shape or a dash as well as by colour, so it survives grey print and
 * colour blindness; at night the page's wish for dark is followed. All text is escaped.
 */
@NullMarked
package city.c3po.portfolio.picture;

import org.jspecify.annotations.NullMarked;
