package city.c3po.audit.control;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be judged, and when. */
final class DueSubjects {
    /** A record whose subjects are judged together. */
    record Root(String type, String id) {}

    private static final String ALL = """
            insert into subject_due (type, id, due)
            select type, id, ? from known_record where type = any(?)
            on conflict (type, id) do update set due = least(subject_due.due, excluded.due)""";

    /** Judged without being told any more: its subjects go. */
    private static final String GONE = """
            with gone as (delete from known_record where rewound_at < ?::timestamptz - interval '1 day' returning type, id)
            insert into subject_due (type, id, due) select type, id, ?::timestamptz from gone
            on conflict (type, id) do update set due = least(subject_due.due, excluded.due)""";

    private final Connection connection;

    DueSubjects(Connection connection) {
        this.connection = connection;
    }

    /** Until the end of the transaction nobody else judges. */
    boolean alone() throws SQLException {
        try (var lock = connection.prepareStatement(
                        "select pg_try_advisory_xact_lock(hashtextextended('control-subjects', 0))");
                var row = lock.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** Once a day all is judged anew, and what a source that began anew did not tell again is no more. */
    void night(LocalDate day, Instant at) throws SQLException {
        if (!alone() || !begin(day)) {
            return;
        }
        var now = at.atOffset(ZoneOffset.UTC);
        try (var gone = connection.prepareStatement(GONE);
                var all = connection.prepareStatement(ALL)) {
            gone.setObject(1, now);
            gone.setObject(2, now);
            gone.execute();
            all.setObject(1, now);
            all.setArray(2, connection.createArrayOf("text", Judges.ROOTS.toArray()));
            all.execute();
        }
    }

    /** The first night of a month closes the one before; of the month in which the service began nothing is known. */
    private boolean begin(LocalDate day) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into control_night (day, closes)
                select d.day, case when last.day < date_trunc('month', d.day) then to_char(d.day - interval '1 month', 'YYYY-MM') end
                from (select ?::date as day) d, (select max(day) as day from control_night) last
                where last.day is null or last.day < d.day""")) {
            insert.setObject(1, day);
            return insert.executeUpdate() == 1;
        }
    }

    /** The months that are over and were not noted yet; noted by whoever asks. */
    List<String> closing() throws SQLException {
        try (var update = connection.prepareStatement("""
                        with over as (select day, closes from control_night where closes is not null order by day for update)
                        update control_night n set closes = null from over where n.day = over.day returning over.closes""");
                var rows = update.executeQuery()) {
            var months = new ArrayList<String>();
            while (rows.next()) {
                months.add(rows.getString(1));
            }
            return months;
        }
    }

    List<Root> take(Instant at, int most) throws SQLException {
        try (var query = connection.prepareStatement(
                "select type, id from subject_due where due <= ? order by due, type, id limit ? for update")) {
            query.setObject(1, at.atOffset(ZoneOffset.UTC));
            query.setInt(2, most);
            try (var rows = query.executeQuery()) {
                var roots = new ArrayList<Root>();
                while (rows.next()) {
                    roots.add(new Root(rows.getString(1), rows.getString(2)));
                }
                return roots;
            }
        }
    }

    void settle(Root root, @Nullable Instant next) throws SQLException {
        try (var statement = connection.prepareStatement(
                next == null
                        ? "delete from subject_due where type = ? and id = ?"
                        : "update subject_due set due = ? where type = ? and id = ?")) {
            int place = 1;
            if (next != null) {
                statement.setObject(place++, next.atOffset(ZoneOffset.UTC));
            }
            statement.setString(place++, root.type());
            statement.setString(place, root.id());
            statement.execute();
        }
    }
}
