package city.c3po.platform.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that awaits a person.
 *
 * @param id stable as long as it is the same task, so that a repeat replaces it
 * @param assignee a person's subject
 * @param action what is awaited, for people to read
 * @param href where to do it
 */
public record Task(
        String id,
        String assignee,
        String action,
        String href,
        @Nullable Instant due,
        boolean done) {}
