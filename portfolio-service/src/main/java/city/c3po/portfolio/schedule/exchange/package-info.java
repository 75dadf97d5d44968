/**
 * Schedules in other programs' words: Microsoft Project XML, CSV, and milestones as iCalendar.
 *
 * <p>What is written and read again is equal, but for what {@link city.c3po.portfolio.schedule.exchange.ScheduleFile#notices}
 * tells: an import never changes the meaning of a file in silence. Microsoft Project XML (MSPDI) is read by the JDK's streaming
 * parser, a task at a time, and not by MPXJ, which unmarshals the whole file and brings readers for thirty other formats; MPXJ
 * (LGPL) reads and writes the same files in the tests. Files are hostile until read: document types and entities are refused,
 * size and nesting are bounded, and bytes that are not in the declared encoding are a fault, not question marks.
 */
@NullMarked
package city.c3po.portfolio.schedule.exchange;

import org.jspecify.annotations.NullMarked;
