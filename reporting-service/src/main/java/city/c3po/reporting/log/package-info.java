/**
 * The one change log.
 *
 * <p>Every change of every subject is a {@link city.c3po.reporting.log.Line} at a position; positions have no gaps and
 * follow the order of commits, because {@link city.c3po.reporting.log.ChangeLog} takes them under a lock. A {@link
 * city.c3po.reporting.log.Subject} is where the log has brought a record so far. {@link city.c3po.reporting.log.Head}
 * knows how far the log goes, and wakes whoever waits for more.
 */
@NullMarked
package city.c3po.reporting.log;

import org.jspecify.annotations.NullMarked;
