package city.c3po.audit.recommendation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who was asked last of what is due.
 *
 * @param due the end of the day of what is due first
 * @param people all who were ever asked
 * @param responds whether management's response is due; null where it is the work itself
 */
record Reminder(Instant due, List<String> people, @Nullable Boolean responds) {}
