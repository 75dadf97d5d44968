package city.c3po.platform.event;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** An inbox on a database of its own, with an effect that keeps a diary, and records for it by the handful. */
final class InboxDesk implements AutoCloseable {
    static final String SOURCE = "portfolio";
    private static final Instant START = Instant.parse("2026-01-05T17:00:00Z");

    final Backbone backbone = new Backbone();
    final Diary diary = new Diary();
    private final AtomicLong offsets = new AtomicLong();
    private volatile String url = backbone.database.url();

    InboxDesk() throws SQLException {
        try (var owner = backbone.database.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("""
                    create table diary (
                        line bigint generated always as identity, what text not null, subject text, version bigint,
                        note varchar(20))""");
        }
    }

    /** As if nothing had come yet. */
    void clear() throws SQLException {
        try (var owner = backbone.database.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("truncate diary, inbox, inbox_waiting, inbox_source, inbox_partition");
        }
        diary.offensive.clear();
        diary.away = false;
    }

    Inbox inbox() {
        return new Inbox(diary, this::inTransaction);
    }

    /** Where the inbox connects from now on. */
    void connectTo(String address) {
        url = address;
    }

    private <T> T inTransaction(Inbox.Work<T> work) throws SQLException {
        try (var connection = DriverManager.getConnection(
                url + "?socketTimeout=10&connectTimeout=2",
                backbone.database.appRole(),
                backbone.database.password())) {
            connection.setAutoCommit(false);
            var result = work.on(connection);
            connection.commit();
            return result;
        }
    }

    InboxTally take(InboxRecord... records) throws Exception {
        return inbox().take(List.of(records));
    }

    /** What the effect did, in order: {@code taken a 1}. */
    List<String> lines() throws SQLException {
        try (var connection = backbone.database.asApp();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select concat_ws(' ', what, subject, version) from diary order by line")) {
            var lines = new ArrayList<String>();
            while (row.next()) {
                lines.add(row.getString(1));
            }
            return lines;
        }
    }

    long count(String sql) throws SQLException {
        return backbone.count(sql);
    }

    CompleteThrough.Standing standing(String... sources) throws SQLException {
        var words = Optional.of(List.of(sources));
        try (var connection = backbone.database.asApp()) {
            return new CompleteThrough(() -> words).read(connection);
        }
    }

    /** The diary is the effect: what it was told stands in a table of the same transaction. */
    static final class Diary implements InboxEffect {
        /** Subjects whose events the consumer cannot act on. */
        final Set<String> offensive = new HashSet<>();

        volatile boolean away;

        /** More steps at once take longer than a statement may. */
        volatile int most = Integer.MAX_VALUE;

        @Override
        public boolean knows(String type) {
            return type.startsWith("city.c3po.note.") && type.endsWith(".v1");
        }

        @Override
        public void check(InboxEvent event) {
            if (offensive.contains(event.subject().id() + " " + event.version())) {
                throw new InboxPoison("offends the consumer");
            }
        }

        @Override
        public void apply(Connection connection, List<InboxStep> steps) throws SQLException {
            if (away) {
                throw new SQLTransientConnectionException("away", "08006");
            }
            if (steps.size() > most) {
                throw new SQLTimeoutException("canceling statement due to statement timeout", "57014");
            }
            try (var insert = connection.prepareStatement(
                    "insert into diary (what, subject, version, note) values (?, ?, ?, ?)")) {
                for (var step : steps) {
                    switch (step) {
                        case InboxStep.Taken taken -> {
                            insert.setString(1, "taken");
                            insert.setString(2, taken.event().subject().id());
                            insert.setLong(3, taken.event().version());
                            insert.setString(
                                    4, taken.event().state().path("note").asText());
                        }
                        case InboxStep.GapOpened opened ->
                            set(insert, "opened", opened.subject().id());
                        case InboxStep.GapClosed closed ->
                            set(insert, "closed", closed.subject().id());
                        case InboxStep.Rewound rewound -> set(insert, "rewound", rewound.source());
                    }
                    insert.executeUpdate();
                }
            }
        }

        private static void set(java.sql.PreparedStatement insert, String what, String subject) throws SQLException {
            insert.setString(1, what);
            insert.setString(2, subject);
            insert.setObject(3, null);
            insert.setString(4, null);
        }
    }

    /** When a version of any subject was recorded. */
    static Instant recordedAt(long version) {
        return START.plusSeconds(version);
    }

    InboxRecord event(String subject, long version) {
        return event(1, "city.c3po.note.written.v1", subject, version, "note " + version);
    }

    InboxRecord event(int epoch, String type, String subject, long version, String note) {
        return raw(
                attributes(epoch, type, subject, version),
                "{\"fact\":{},\"state\":{\"note\":\"" + note + "\"},\"access\":" + ACCESS + "}");
    }

    private static final String ACCESS =
            "{\"classification\":\"INTERNAL\",\"departments\":[],\"people\":[],\"vendor\":null,\"bodies\":[],\"sources\":[]}";

    static Map<String, String> attributes(int epoch, String type, String subject, long version) {
        var attributes = new HashMap<String, String>();
        attributes.put("id", Uuid7.next().toString());
        attributes.put("source", "/services/" + SOURCE);
        attributes.put("type", type);
        attributes.put("subject", subject);
        attributes.put("sequence", "%020d".formatted(version));
        attributes.put("time", recordedAt(version).toString());
        attributes.put("recordedtime", recordedAt(version).toString());
        attributes.put("epoch", Integer.toString(epoch));
        attributes.put("authid", "anna");
        return attributes;
    }

    InboxRecord raw(Map<String, String> attributes, String data) {
        return raw(0, attributes, data);
    }

    InboxRecord raw(int partition, Map<String, String> attributes, String data) {
        var headers = new ArrayList<Header>();
        attributes.forEach(
                (name, value) -> headers.add(new RecordHeader("ce_" + name, value.getBytes(StandardCharsets.UTF_8))));
        return new InboxRecord(
                SOURCE, partition, offsets.getAndIncrement(), null, headers, data.getBytes(StandardCharsets.UTF_8));
    }

    InboxRecord mark(int partition, int epoch, String through, String... parked) {
        var list = new ArrayList<String>();
        for (var subject : parked) {
            list.add("{\"type\":\"note\",\"id\":\"" + subject + "\",\"since\":\"2026-01-05T17:00:00Z\"}");
        }
        return raw(
                partition,
                Map.of("type", Watermark.TYPE, "epoch", Integer.toString(epoch)),
                "{\"through\":\"" + through + "\",\"parked\":[" + String.join(",", list) + "]}");
    }

    @Override
    public void close() throws Exception {
        backbone.close();
    }
}
