package city.c3po.reporting.changes;

import city.c3po.reporting.log.Op;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A change as read from the log for one reader.
 *
 * @param before the subject at the beginning of the round; in the log, just before the change
 */
record ToldChange(
        long seq,
        String type,
        String id,
        @Nullable String number,
        @Nullable String href,
        long version,
        Op op,
        boolean present,
        String changes,
        @Nullable String state,
        boolean confidential,
        Instant occurredAt,
        Instant recordedAt,
        @Nullable String eventId,
        @Nullable String eventType,
        boolean visible,
        Before before) {

    /**
     * @param op null where the subject was not known
     * @param visible to this reader, and within the filters
     */
    record Before(
            boolean present, @Nullable Op op, @Nullable String state, boolean visible) {}

    /** That its project went into another program, and nothing of its own. */
    boolean onlyPlaced() {
        return op == Op.UPDATED && eventId == null;
    }

    static ToldChange of(ResultSet row) throws SQLException {
        @Nullable String opBefore = row.getString("op_before");
        return new ToldChange(
                row.getLong("seq"),
                row.getString("subject_type"),
                row.getString("subject_id"),
                row.getString("subject_number"),
                row.getString("subject_href"),
                row.getLong("version"),
                Op.of(row.getString("op")),
                row.getBoolean("present"),
                row.getString("changes"),
                row.getString("state"),
                row.getBoolean("confidential"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("event_id"),
                row.getString("event_type"),
                row.getBoolean("visible"),
                new Before(
                        row.getBoolean("present_before"),
                        opBefore == null ? null : Op.of(opBefore),
                        row.getString("state_before"),
                        row.getBoolean("visible_before")));
    }
}
