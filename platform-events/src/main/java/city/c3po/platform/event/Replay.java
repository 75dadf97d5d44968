package city.c3po.platform.event;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Publishes journal rows again, with their original ids and times, to a topic of choice: for a consumer that must
 * start over, or a topic that was lost. Runs beside the service, from its jar, without starting it:
 * {@code Replay <key> <from: journal id or instant> <topic>}; addresses and the password come from the environment.
 */
public final class Replay {
    private static final int BATCH = 500;

    private static final String PAGE = """
            select %s from journal j
            where j.id > ? and j.recorded_at >= ?
            order by j.id limit %d""".formatted(JournalRow.COLUMNS, BATCH);

    private final Connection journal;
    private final Sender sender;

    private Replay(Connection journal, Sender sender) {
        this.journal = journal;
        this.sender = sender;
    }

    /** Where to begin: after a row, or at a time. */
    record From(long afterId, Instant since) {
        static From parse(String text) {
            try {
                return new From(Long.parseLong(text) - 1, Instant.EPOCH);
            } catch (NumberFormatException notAnId) {
                try {
                    return new From(0, Instant.parse(text));
                } catch (DateTimeParseException notAnInstant) {
                    throw new IllegalArgumentException(
                            "--from takes a journal id (1) or an instant (2026-01-31T00:00:00Z), not " + text);
                }
            }
        }
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 3) {
            System.err.println("usage: Replay <key> <from: journal id or instant> <topic>");
            System.exit(2);
        }
        var key = arguments[0];
        try {
            long sent = run(
                    key,
                    From.parse(arguments[1]),
                    arguments[2],
                    environment("C3PO_POSTGRES_URL") + "/" + key,
                    key + "_app",
                    environment("C3PO_DB_APP_PASSWORD"),
                    environment("C3PO_KAFKA_BOOTSTRAP"));
            System.out.println(sent + " events sent again to " + arguments[2]);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    /** @return how many were sent */
    static long run(String key, From from, String topic, String url, String user, String password, String brokers)
            throws SQLException, InterruptedException, ExecutionException {
        try (var journal = DriverManager.getConnection(url, user, password);
                var sender = new Sender(key, topic, Map.of("bootstrap.servers", brokers))) {
            return new Replay(journal, sender).from(from);
        }
    }

    private long from(From from) throws SQLException, InterruptedException, ExecutionException {
        int epoch = new Outbox(journal, "").epoch();
        long sent = 0;
        long after = from.afterId();
        for (var rows = page(after, from.since()); !rows.isEmpty(); rows = page(after, from.since())) {
            var refused = sender.send(rows, epoch);
            if (!refused.isEmpty()) {
                throw new IllegalStateException("these cannot be sent: " + refused);
            }
            sent += rows.size();
            after = rows.getLast().id();
        }
        return sent;
    }

    private List<JournalRow> page(long after, Instant since) throws SQLException {
        try (var query = journal.prepareStatement(PAGE)) {
            query.setLong(1, after);
            query.setObject(2, since.atOffset(ZoneOffset.UTC));
            try (var row = query.executeQuery()) {
                var rows = new ArrayList<JournalRow>(BATCH);
                while (row.next()) {
                    rows.add(JournalRow.of(row));
                }
                return rows;
            }
        }
    }

    private static String environment(String name) {
        @Nullable String value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("set " + name);
        }
        return value;
    }
}
