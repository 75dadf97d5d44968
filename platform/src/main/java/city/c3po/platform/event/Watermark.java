package city.c3po.platform.event;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * "Everything recorded up to here has been sent", so that silence is not mistaken for completeness.
 *
 * <p>Three readings, in this order and as statements of their own: t0, the business time; t1, the start of the oldest
 * transaction that may still write; t2, the oldest event not yet sent. An event reads its time after its transaction
 * has an xid, so it is later than t1 or it is seen in t2; a transaction that gets its xid after t1 was read is later
 * than t0. The mark lies one microsecond before the least of them and never goes back.
 */
final class Watermark {
    static final String TYPE = "city.c3po.backbone.watermark.v1";

    /** An aggregate whose next event cannot be sent: a gap until an operator mends it. */
    record Parked(String type, String id, Instant since) {}

    record Mark(Instant through, List<Parked> parked) {
        byte[] toJson() {
            var json = JSON.createObjectNode().put("through", through.toString());
            var gaps = json.putArray("parked");
            parked.forEach(p -> gaps.addObject()
                    .put("type", p.type())
                    .put("id", p.id())
                    .put("since", p.since().toString()));
            return json.toString().getBytes(StandardCharsets.UTF_8);
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String T0 = "select business_now()";
    private static final String T1 = """
            select min(xact_start) + (select ahead from business_clock)
            from pg_stat_activity
            where datname = current_database() and backend_xid is not null and pid <> pg_backend_pid()
              and application_name <> ?""";
    private static final String T2 = """
            select min(j.recorded_at)
            from outbox o join journal j on j.id = o.journal_id
            where o.topic = ?
              and not exists (
                  select from outbox_parked p
                  where p.topic = o.topic and p.aggregate_type = j.aggregate_type and p.aggregate_id = j.aggregate_id)""";

    private final Connection connection;
    private final String topic;
    private final String bulkApplication;
    private Instant last = Instant.EPOCH;

    Watermark(Connection connection, String topic, String key) throws SQLException {
        this.connection = connection;
        this.topic = topic;
        this.bulkApplication = key + "-bulk";
        requireSightOfOtherSessions();
    }

    Mark read() throws SQLException {
        var t0 = instant(T0, null);
        var t1 = instant(T1, bulkApplication);
        var t2 = instant(T2, topic);
        var least = earlier(t0, earlier(t1, t2)).minus(1, ChronoUnit.MICROS);
        last = last.isBefore(least) ? least : last;
        return new Mark(last, parked());
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    /** An empty minimum is no limit. */
    private Instant instant(String sql, String parameter) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            if (parameter != null) {
                query.setString(1, parameter);
            }
            try (var row = query.executeQuery()) {
                row.next();
                var time = row.getObject(1, OffsetDateTime.class);
                return time == null ? Instant.MAX : time.toInstant();
            }
        }
    }

    private List<Parked> parked() throws SQLException {
        try (var query = connection.prepareStatement(
                "select aggregate_type, aggregate_id, since from outbox_parked where topic = ? order by since, aggregate_id")) {
            query.setString(1, topic);
            try (var row = query.executeQuery()) {
                var parked = new ArrayList<Parked>();
                while (row.next()) {
                    parked.add(new Parked(
                            row.getString(1),
                            row.getString(2),
                            row.getObject(3, OffsetDateTime.class).toInstant()));
                }
                return parked;
            }
        }
    }

    /** Without it, transactions of other roles read as none, and the mark would promise too much. */
    private void requireSightOfOtherSessions() throws SQLException {
        try (var query = connection.prepareStatement("select pg_has_role('pg_read_all_stats', 'usage')");
                var row = query.executeQuery()) {
            row.next();
            if (!row.getBoolean(1)) {
                throw new SQLException("grant pg_read_all_stats to the runtime role: the watermark needs it");
            }
        }
    }
}
