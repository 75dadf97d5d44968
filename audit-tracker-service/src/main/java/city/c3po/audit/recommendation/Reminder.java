package city.c3po.audit.recommendation;

import java.time.Instant;
import java.util.List;

/**
 * Who was asked last of what is due.
 *
 * @param due the end of the day of what is due first
 * @param people all who were ever asked
 */
record Reminder(Instant due, List<String> people) {}
