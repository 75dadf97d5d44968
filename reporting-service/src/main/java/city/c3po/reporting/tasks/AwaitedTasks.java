package city.c3po.reporting.tasks;

import city.c3po.platform.event.InboxEvent;
import city.c3po.platform.event.InboxStep;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The tasks, as the events of all services leave them. Can be made again from the events. */
@Singleton
public class AwaitedTasks {
    /** @param subject the record that awaits it: {@code type/id} */
    record Awaited(
            String source,
            String id,
            String subject,
            String assignee,
            String action,
            String href,
            @Nullable Instant due,
            boolean done,
            Instant since) {
        Awaited since(Instant earlier) {
            return new Awaited(source, id, subject, assignee, action, href, due, done, earlier);
        }
    }

    private static final String COLUMNS = "source, id, subject, assignee, action, href, due, done, since";
    /** Nobody reads on: a task without a date is due after all that have one. */
    private static final String ORDER = "coalesce(due, 'infinity'), source, id";

    private final DataSource database;

    AwaitedTasks(DataSource database) {
        this.database = database;
    }

    /** In the transaction that takes the events. A repeat replaces; a source that begins anew is forgotten first. */
    public static void apply(Connection connection, List<InboxStep> steps) throws SQLException {
        // what is said last of a task counts, but it awaits since it was first said
        var told = new LinkedHashMap<String, Awaited>();
        for (var step : steps) {
            switch (step) {
                case InboxStep.Taken taken ->
                    awaited(taken.event())
                            .forEach(task -> told.merge(
                                    task.source() + "/" + task.id(), task, (before, now) -> now.since(before.since())));
                case InboxStep.Rewound rewound -> {
                    told.values().removeIf(task -> task.source().equals(rewound.source()));
                    forget(connection, rewound.source());
                }
                case InboxStep.GapOpened opened -> {}
                case InboxStep.GapClosed closed -> {}
            }
        }
        put(connection, told.values());
    }

    private static Stream<Awaited> awaited(InboxEvent event) {
        return event.tasks().stream()
                .map(task -> new Awaited(
                        event.source(),
                        task.id(),
                        event.subject().type() + "/" + event.subject().id(),
                        task.assignee(),
                        task.action(),
                        task.href(),
                        task.due(),
                        task.done(),
                        event.occurredAt()));
    }

    private static void put(Connection connection, Collection<Awaited> tasks) throws SQLException {
        if (tasks.isEmpty()) {
            return;
        }
        try (var upsert = connection.prepareStatement("insert into awaited_task (" + COLUMNS + """
                ) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (source, id) do update set assignee = excluded.assignee, action = excluded.action,
                    href = excluded.href, due = excluded.due, done = excluded.done""")) {
            for (var task : tasks) {
                upsert.setString(1, task.source());
                upsert.setString(2, task.id());
                upsert.setString(3, task.subject());
                upsert.setString(4, task.assignee());
                upsert.setString(5, task.action());
                upsert.setString(6, task.href());
                upsert.setObject(7, task.due() == null ? null : task.due().atOffset(ZoneOffset.UTC));
                upsert.setBoolean(8, task.done());
                upsert.setObject(9, task.since().atOffset(ZoneOffset.UTC));
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    private static void forget(Connection connection, String source) throws SQLException {
        try (var delete = connection.prepareStatement("delete from awaited_task where source = ?")) {
            delete.setString(1, source);
            delete.execute();
        }
    }

    /** @param after the place of the last one shown: due, source and id; null for the first page */
    List<Awaited> of(String assignee, boolean done, @Nullable Place after, int most) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select " + COLUMNS
                        + " from awaited_task where assignee = ? and done = ?"
                        + (after == null ? "" : " and (coalesce(due, 'infinity'), source, id) > (?::timestamptz, ?, ?)")
                        + " order by " + ORDER + " limit ?")) {
            query.setString(1, assignee);
            query.setBoolean(2, done);
            int place = 3;
            if (after != null) {
                query.setString(place++, after.due());
                query.setString(place++, after.source());
                query.setString(place++, after.id());
            }
            query.setInt(place, most);
            return read(query.executeQuery());
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read tasks", e);
        }
    }

    /** Where a task stands in the order of its list. */
    record Place(String due, String source, String id) {
        static Place of(Awaited task) {
            return new Place(task.due() == null ? "infinity" : task.due().toString(), task.source(), task.id());
        }
    }

    private static List<Awaited> read(ResultSet row) throws SQLException {
        var tasks = new ArrayList<Awaited>();
        while (row.next()) {
            @Nullable OffsetDateTime due = row.getObject("due", OffsetDateTime.class);
            tasks.add(new Awaited(
                    row.getString("source"),
                    row.getString("id"),
                    row.getString("subject"),
                    row.getString("assignee"),
                    row.getString("action"),
                    row.getString("href"),
                    due == null ? null : due.toInstant(),
                    row.getBoolean("done"),
                    row.getObject("since", OffsetDateTime.class).toInstant()));
        }
        return tasks;
    }
}
