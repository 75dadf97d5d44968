/**
 * Reminders: who is asked again of what is due, and on which days.
 *
 * <p>90, 30 and 7 days before a due date, on the day, and every week after. Each is an event with tasks for the people it
 * asks; reporting puts all tasks of a person into one letter a day. Who owns the work is asked first, then the head of the
 * department, then the city manager.
 */
@NullMarked
package city.c3po.audit.reminder;

import org.jspecify.annotations.NullMarked;
