package city.c3po.portfolio.schedule;

import city.c3po.portfolio.schedule.network.Link;
import city.c3po.portfolio.schedule.network.Progress;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * The activities and links of schedules, as rows: written and read in sets, because a schedule has up to 20,000 of them.
 * A row that is replaced is closed, not deleted: what a version of the schedule said can be read again.
 */
@Singleton
class ScheduleRows {
    private static final String COMPUTED =
            "d.progress, d.early_start, d.early_finish, d.late_start, d.late_finish, d.resumes, d.total_float,"
                    + " d.free_float, d.critical, d.driving_predecessor, d.driven_by, d.deadline_missed";
    private static final String COLUMNS =
            "progress text, early_start date, early_finish date, late_start date, late_finish date, resumes date,"
                    + " total_float int, free_float int, critical boolean, driving_predecessor text, driven_by text,"
                    + " deadline_missed boolean";
    private static final String READ = """
        select ordinal, said::text, progress, early_start, early_finish, late_start, late_finish, resumes, total_float,
               free_float, critical, driving_predecessor, driven_by, deadline_missed
        from schedule_activity a\
        """;

    private final EntityManager entities;
    private final ObjectMapper json;
    private final ObjectMapper columns;

    ScheduleRows(EntityManager entities, ObjectMapper json) {
        this.entities = entities;
        this.json = json;
        this.columns = json.copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
    }

    /** A row as it goes into the database. */
    private record Row(int ordinal, String id, String said, ScheduledActivity.Dates dates) {}

    /** What was said and computed takes the place of what was there. */
    void replace(UUID schedule, long version, ComputedSchedule now) {
        close("schedule_activity", schedule, version, null);
        close("schedule_link", schedule, version, null);
        insert(schedule, version, rows(now, 0, now.plan().activities().size()));
        run("""
            insert into schedule_link (schedule, ordinal, from_version, predecessor, successor, type, lag)
            select ?, l.ordinality, ?, l.link ->> 'predecessor', l.link ->> 'successor', l.link ->> 'type',
                   (l.link ->> 'lag')::int
            from jsonb_array_elements(?::jsonb) with ordinality as l (link, ordinality)\
            """, statement -> {
            statement.setObject(1, schedule);
            statement.setLong(2, version);
            statement.setString(3, text(json, now.plan().links()));
        });
    }

    /** One activity was said anew; the dates of others may have moved with it. */
    void edit(UUID schedule, long version, int place, ComputedSchedule now) {
        close(
                "schedule_activity",
                schedule,
                version,
                now.plan().activities().get(place).id());
        insert(schedule, version, rows(now, place, place + 1));
        run(
                "update schedule_activity a set (progress, early_start, early_finish, late_start, late_finish, resumes,"
                        + " total_float, free_float, critical, driving_predecessor, driven_by, deadline_missed) = ("
                        + COMPUTED
                        + ") from jsonb_array_elements(?::jsonb) e, jsonb_to_record(e -> 'dates') as d (" + COLUMNS
                        + ") where a.schedule = ? and a.until_version is null and a.id = e ->> 'id' and (a.progress,"
                        + " a.early_start, a.early_finish, a.late_start, a.late_finish, a.resumes, a.total_float,"
                        + " a.free_float, a.critical, a.driving_predecessor, a.driven_by, a.deadline_missed) is"
                        + " distinct from (" + COMPUTED + ")",
                statement -> {
                    statement.setString(
                            1,
                            text(columns, rows(now, 0, now.plan().activities().size())));
                    statement.setObject(2, schedule);
                });
    }

    private List<Row> rows(ComputedSchedule now, int from, int until) {
        var rows = new ArrayList<Row>();
        for (int n = from; n < until; n++) {
            var said = now.plan().activities().get(n);
            rows.add(new Row(
                    n + 1,
                    said.id(),
                    text(json, said),
                    ScheduledActivity.Dates.of(now.path().of(said.id()))));
        }
        return rows;
    }

    private void insert(UUID schedule, long version, List<Row> rows) {
        run(
                "insert into schedule_activity (schedule, ordinal, from_version, id, said, progress, early_start,"
                        + " early_finish, late_start, late_finish, resumes, total_float, free_float, critical,"
                        + " driving_predecessor, driven_by, deadline_missed)"
                        + " select ?, (e ->> 'ordinal')::int, ?, e ->> 'id', (e ->> 'said')::jsonb, " + COMPUTED
                        + " from jsonb_array_elements(?::jsonb) e, jsonb_to_record(e -> 'dates') as d (" + COLUMNS
                        + ")",
                statement -> {
                    statement.setObject(1, schedule);
                    statement.setLong(2, version);
                    statement.setString(3, text(columns, rows));
                });
    }

    /** @param id of one row; null for all */
    private void close(String table, UUID schedule, long version, @Nullable String id) {
        var only = id == null ? "" : " and id = ?";
        run(
                "update " + table + " set until_version = ? where schedule = ? and until_version is null" + only,
                statement -> {
                    statement.setLong(1, version);
                    statement.setObject(2, schedule);
                    if (id != null) {
                        statement.setString(3, id);
                    }
                });
    }

    List<ScheduledLink> links(UUID schedule, int after, int limit) {
        return read(
                """
                select ordinal, predecessor, successor, type, lag from schedule_link
                where schedule = ? and until_version is null and ordinal > ? order by ordinal limit ?\
                """,
                statement -> {
                    statement.setObject(1, schedule);
                    statement.setInt(2, after);
                    statement.setInt(3, limit);
                },
                ScheduleRows::link);
    }

    List<ScheduledActivity> all(UUID schedule) {
        return read(
                READ + " where a.schedule = ? and a.until_version is null order by a.ordinal",
                statement -> statement.setObject(1, schedule),
                this::activity);
    }

    Optional<ScheduledActivity> one(UUID schedule, String id) {
        return read(
                        READ + " where a.schedule = ? and a.until_version is null and a.id = ?",
                        statement -> {
                            statement.setObject(1, schedule);
                            statement.setString(2, id);
                        },
                        this::activity)
                .stream()
                .findFirst();
    }

    List<ScheduledActivity> some(UUID schedule, ActivityFilter filter, int after, int limit) {
        return read(
                READ + " where a.schedule = ? and a.until_version is null and a.ordinal > ? and (?::boolean is null or"
                        + " a.critical = ?::boolean) and (?::text is null or a.kind = ?::text) and (?::text is null or"
                        + " starts_with(a.wbs, ?::text)) order by a.ordinal limit ?",
                statement -> {
                    statement.setObject(1, schedule);
                    statement.setInt(2, after);
                    statement.setObject(3, filter.critical());
                    statement.setObject(4, filter.critical());
                    statement.setString(
                            5, filter.kind() == null ? null : filter.kind().name());
                    statement.setString(
                            6, filter.kind() == null ? null : filter.kind().name());
                    statement.setString(7, filter.wbs());
                    statement.setString(8, filter.wbs());
                    statement.setInt(9, limit);
                },
                this::activity);
    }

    private static ScheduledLink link(ResultSet row) throws SQLException {
        var said =
                new PlannedLink(row.getString(2), row.getString(3), Link.Type.valueOf(row.getString(4)), row.getInt(5));
        return new ScheduledLink(row.getInt(1), said);
    }

    private ScheduledActivity activity(ResultSet row) throws SQLException {
        try {
            return new ScheduledActivity(
                    row.getInt(1),
                    json.readValue(row.getString(2), PlannedActivity.class),
                    new ScheduledActivity.Dates(
                            Progress.valueOf(row.getString(3)),
                            row.getObject(4, LocalDate.class),
                            row.getObject(5, LocalDate.class),
                            row.getObject(6, LocalDate.class),
                            row.getObject(7, LocalDate.class),
                            row.getObject(8, LocalDate.class),
                            row.getObject(9, Integer.class),
                            row.getObject(10, Integer.class),
                            row.getBoolean(11),
                            row.getString(12),
                            row.getString(13),
                            row.getBoolean(14)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read an activity", e);
        }
    }

    private interface Binding {
        void into(PreparedStatement statement) throws SQLException;
    }

    private interface Reading<T> {
        T row(ResultSet row) throws SQLException;
    }

    private void run(String sql, Binding binding) {
        entities.unwrap(Session.class).doWork(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                binding.into(statement);
                statement.executeUpdate();
            }
        });
    }

    private <T> List<T> read(String sql, Binding binding, Reading<T> reading) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                binding.into(statement);
                try (var row = statement.executeQuery()) {
                    var found = new ArrayList<T>();
                    while (row.next()) {
                        found.add(reading.row(row));
                    }
                    return found;
                }
            }
        });
    }

    private static String text(ObjectMapper mapper, Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write rows of a schedule", e);
        }
    }
}
