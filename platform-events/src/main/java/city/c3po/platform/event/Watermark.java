package city.c3po.platform.event;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
    static final String T2 =
            "select (select o.recorded_at %s order by o.recorded_at limit 1)".formatted(Outbox.WAITING);

    static final String GAPS = """
            select aggregate_type, aggregate_id, min(since) from (
                select aggregate_type, aggregate_id, since from outbox_parked where topic = ?
                union all
                select j.aggregate_type, j.aggregate_id, j.recorded_at
                from outbox o
                cross join lateral (select * from journal where id = o.journal_id offset 0) j
                where o.topic = ? and o.recorded_at <= (select through from relay_mark where topic = ?)
            ) gap
            group by aggregate_type, aggregate_id
            order by min(since), aggregate_id""";

    private final Connection connection;
    private final String topic;
    /**
     * The application whose transactions write nothing for this topic, however long they run: bulk work never writes for
     * the service's first topic, and only there may it be passed over.
     */
    private final String passedOver;

    Watermark(Connection connection, String topic, String key) throws SQLException {
        this.connection = connection;
        this.topic = topic;
        this.passedOver = topic.equals("c3po." + key + ".v1") ? key + "-bulk" : "";
        requireSightOfOtherSessions();
    }

    Mark read() throws SQLException {
        var t0 = instant(T0, null);
        var t1 = instant(T1, passedOver);
        var t2 = instant(T2, topic);
        var least = earlier(t0, earlier(t1, t2)).minus(1, ChronoUnit.MICROS);
        return new Mark(raised(least), gaps());
    }

    /** Remembered before it is told, so that no journal row ever takes a time that was told to be complete. */
    private Instant raised(Instant to) throws SQLException {
        try (var raise = connection.prepareStatement("""
                insert into relay_mark as m (topic, through) values (?, ?)
                on conflict (topic) do update set through = greatest(m.through, excluded.through)
                returning through""")) {
            raise.setString(1, topic);
            raise.setObject(2, to.atOffset(ZoneOffset.UTC));
            try (var row = raise.executeQuery()) {
                row.next();
                return row.getObject(1, OffsetDateTime.class).toInstant();
            }
        }
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

    /** What is parked, and what was until a moment ago and is older than a mark already told. */
    private List<Parked> gaps() throws SQLException {
        try (var query = connection.prepareStatement(GAPS)) {
            query.setString(1, topic);
            query.setString(2, topic);
            query.setString(3, topic);
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
