package city.c3po.reporting.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * For which meeting, up to where and against what a report is made.
 *
 * @param head the last position of the log that it tells
 * @param override why it was frozen although a source was not complete; null when all were
 * @param compared the report whose figures this one begins with; null for the first
 * @param previous the report before it in the public chain, which may have been withdrawn since
 */
public record Occasion(
        UUID id,
        String number,
        int revision,
        String body,
        String title,
        Instant cutOff,
        LocalDate cutOffDate,
        LocalDate meetingDate,
        @Nullable String agendaItem,
        List<String> decisionsAsked,
        Instant frozenAt,
        long head,
        @Nullable String override,
        @Nullable Earlier compared,
        @Nullable Earlier previous) {
    public Occasion {
        decisionsAsked = List.copyOf(decisionsAsked);
    }

    /** A report that was published before. */
    public record Earlier(
            UUID id, String number, int revision, long head, Instant cutOff, LocalDate meetingDate, String sha256) {}

    long base() {
        return compared == null ? 0 : compared.head();
    }
}
