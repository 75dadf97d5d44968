/**
 * Reference data: the names everybody else uses.
 *
 * <p>Departments, people, vendors, funding lines and calendars are recorded under the key the city already has for them:
 * a department's code, the subject of a person's token, the city vendor number. A policy admin records them, or the
 * department system that knows best: a record remembers its source, and only that source (or a policy admin) changes it.
 * There is no state machine and no approval; the journal shows who said what, when.
 */
@NullMarked
package city.c3po.portfolio.reference;

import org.jspecify.annotations.NullMarked;
