package city.c3po.reporting.changes;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.postgresql.PGStatement;

/**
 * A stretch of the log, read for one reader. What it costs depends on the stretch, not on how long the log is or how
 * many subjects there are: positions have no gaps, and everything else is asked of an index.
 */
final class LogWindow {
    /** How many lines a page looks at, however few of them it tells. */
    static final int WIDTH = 10_000;

    /** A parameter of the reader's condition. */
    private static final Pattern NAMED = Pattern.compile("(?<!:):([a-z]+_)");

    private static final String COLUMNS = """
            c.seq, c.subject_type, c.subject_id, c.subject_number, c.subject_href, c.version, c.op, c.present,
            c.changes::text as changes, c.state::text as state, c.access ->> 'classification' = 'CONFIDENTIAL' as confidential,
            c.occurred_at, c.recorded_at, c.event_id, c.event_type""";

    /** Each change, with its reader's sight just before it. */
    private static final String EVERY = """
            select * from (
                select %s, c.present_before, cast(null as text) as op_before, cast(null as text) as state_before,
                       %s as visible, c.present_before and %s as visible_before
                from change c %s
                where c.seq > ? and c.seq <= ? and %s) told
            where visible or visible_before
            order by seq
            limit ?""";

    /** What the subject was just before the change: asked only where the access noted with the change does not tell. */
    private static final String JUST_BEFORE = """
            left join lateral (
                select p.state, p.subject_type, p.subject_id, p.subject_number, p.inherited from change p
                where p.seq = c.previous limit 1) b on true""";

    /**
     * The last change of each subject in the round, with the subject as the round found it: what came before its first
     * change in the round. Looked for forwards only, where hardly a line of the index has to be read; looking backwards
     * would read as many as a page of it holds. The limits keep PostgreSQL from joining the whole log instead.
     */
    private static final String LAST = """
            select * from (
                select %s, coalesce(b.present, false) as present_before, b.op as op_before, b.state::text as state_before,
                       %s as visible, coalesce(b.present and %s, false) as visible_before
                from change c
                left join lateral (
                    select p.present, p.op, p.state, p.access, p.subject_type, p.subject_id, p.subject_number, p.inherited
                    from change p
                    where p.seq = (select f.previous from change f
                                   where f.subject_type = c.subject_type and f.subject_id = c.subject_id and f.seq > ?
                                   order by f.seq limit 1)
                    limit 1) b on true
                where c.seq > ? and c.seq <= ? and %s
                  and (select l.seq from change l
                       where l.subject_type = c.subject_type and l.subject_id = c.subject_id
                         and l.seq > c.seq and l.seq <= ?
                       order by l.seq limit 1) is null) told
            where visible or visible_before
            order by seq
            limit ?""";

    private final Reader reader;
    private final Filters filters;
    private final List<Object> parameters = new ArrayList<>();

    LogWindow(Reader reader, Filters filters) {
        this.reader = reader;
        this.filters = filters;
    }

    /** Where the stretch ends that begins after this position. */
    static long end(Bookmark place) {
        return Math.min(place.position() + WIDTH, place.head());
    }

    List<ToldChange> read(Connection connection, Bookmark place) throws SQLException {
        var sql = sql(place);
        try (var query = connection.prepareStatement(sql)) {
            // planned for the log as it is: a plan kept from when it was short would read all of it when it is long
            query.unwrap(PGStatement.class).setPrepareThreshold(0);
            bind(connection, query);
            try (var row = query.executeQuery()) {
                var told = new ArrayList<ToldChange>();
                while (row.next()) {
                    told.add(ToldChange.of(row));
                }
                return told;
            }
        }
    }

    /** The plan, for whoever doubts the cost. */
    String explain(Connection connection, Bookmark place) throws SQLException {
        try (var query = connection.prepareStatement("explain (analyze, buffers, timing off) " + sql(place))) {
            query.unwrap(PGStatement.class).setPrepareThreshold(0);
            bind(connection, query);
            try (var row = query.executeQuery()) {
                var plan = new StringBuilder();
                while (row.next()) {
                    plan.append(row.getString(1)).append('\n');
                }
                return plan.toString();
            }
        }
    }

    private String sql(Bookmark place) {
        parameters.clear();
        return switch (place.mode()) {
            case LOG -> every(place);
            case NET -> last(place);
        };
    }

    private String every(Bookmark place) {
        var visible = visible("c.access", "c");
        boolean looksBack = !filters.programs().isEmpty();
        var before = visible("coalesce(c.access_before, c.access)", looksBack ? "b" : "c");
        parameters.add(place.position());
        parameters.add(end(place));
        var types = types();
        parameters.add(place.limit());
        return EVERY.formatted(COLUMNS, visible, before, looksBack ? JUST_BEFORE : "", types);
    }

    private String last(Bookmark place) {
        var visible = visible("c.access", "c");
        var before = visible("b.access", "b");
        parameters.add(place.base());
        parameters.add(place.position());
        parameters.add(end(place));
        var types = types();
        parameters.add(place.head());
        parameters.add(place.limit());
        return LAST.formatted(COLUMNS, visible, before, types);
    }

    /** The reader's condition, said of this record's access. */
    private String visible(String access, String alias) {
        var sight = NAMED.matcher(reader.sight().condition().replace("r.access", access))
                .replaceAll(named -> {
                    parameters.add(reader.sight().parameters().get(named.group(1)));
                    return "?";
                });
        return "(" + sight + departments(access, alias) + programs(alias) + ")";
    }

    private String departments(String access, String alias) {
        if (filters.departments().isEmpty()) {
            return "";
        }
        parameters.add(filters.departments());
        parameters.add(filters.departments());
        return " and (jsonb_exists_any(" + access + " -> 'departments', cast(? as text[])) or (" + alias
                + ".subject_type = 'department' and " + alias + ".subject_id = any (cast(? as text[]))))";
    }

    /** Records that name the program or whose project does, and the program itself. What was erased or removed names nothing any more. */
    private String programs(String alias) {
        if (filters.programs().isEmpty()) {
            return "";
        }
        for (int n = 0; n < 5; n++) {
            parameters.add(filters.programs());
        }
        return " and coalesce(" + alias + ".state -> 'program' ->> 'id' = any (cast(? as text[])) or " + alias
                + ".state -> 'program' ->> 'number' = any (cast(? as text[])) or (" + alias
                + ".subject_type = 'program' and (" + alias + ".subject_id = any (cast(? as text[])) or " + alias
                + ".subject_number = any (cast(? as text[])))) or "
                + alias + ".inherited && cast(? as text[]), false)";
    }

    private String types() {
        if (filters.types().isEmpty()) {
            parameters.add(Filters.UNASKED);
            return "c.subject_type <> ?";
        }
        parameters.add(filters.types());
        return "c.subject_type = any (cast(? as text[]))";
    }

    private void bind(Connection connection, PreparedStatement query) throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i) instanceof Collection<?> several) {
                query.setArray(i + 1, connection.createArrayOf("text", several.toArray()));
            } else if (parameters.get(i) instanceof String[] several) {
                query.setArray(i + 1, connection.createArrayOf("text", several));
            } else {
                query.setObject(i + 1, parameters.get(i));
            }
        }
    }
}
