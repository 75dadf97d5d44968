package city.c3po.reporting.log;

import city.c3po.platform.event.InboxSubject;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The log as one transaction appends to it. Set by set: one statement for all lines, one for all subjects.
 *
 * <p>Whoever opens it holds the counter until the end of the transaction, so that there is one writer at a time and
 * positions are visible in their order.
 */
public final class ChangeLog {
    /** Amounts keep their digits. */
    static final ObjectMapper JSON = JsonMapper.builder()
            .findAndAddModules()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /**
     * The line before is another of this statement, or the one that brought the subject where it stands; after a rewind
     * it is looked up. In the order of the log, so that a page finds its lines beside each other.
     */
    private static final String APPEND = """
            insert into change (seq, subject_type, subject_id, subject_number, subject_href, version, op,
                                present_before, present, changes, state, access, access_before, occurred_at, recorded_at, source, event_id,
                                event_type, inherited, previous)
            select l.seq, l.type, l.id, l.number, l.href, l.version, l.op, l.present_before, l.present,
                   l.changes::jsonb, l.state::jsonb, l.access::jsonb, l.access_before::jsonb, l.occurred_at::timestamptz, l.recorded_at::timestamptz,
                   l.source, l.event_id, l.event_type, l.inherited::text[],
                   coalesce(lag(l.seq) over (partition by l.type, l.id order by l.seq),
                            (select s.seq from subject s where s.type = l.type and s.id = l.id),
                            (select max(c.seq) from change c where c.subject_type = l.type and c.subject_id = l.id))
            from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::boolean[],
                        ?::boolean[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                        ?::text[], ?::text[])
                 as l (seq, type, id, number, href, version, op, present_before, present, changes, state, access, access_before,
                       occurred_at, recorded_at, source, event_id, event_type, inherited)
            order by l.seq""";

    private static final String PROJECT = """
            insert into subject (type, id, number, href, version, present, state, access, source, seq, project, inherited)
            select s.type, s.id, s.number, s.href, s.version, s.present, s.state::jsonb, s.access::jsonb, s.source,
                   s.seq, s.project, s.inherited::text[]
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::boolean[], ?::text[], ?::text[],
                        ?::text[], ?::bigint[], ?::text[], ?::text[])
                 as s (type, id, number, href, version, present, state, access, source, seq, project, inherited)
            on conflict (type, id) do update set
                number = excluded.number, href = excluded.href, version = excluded.version, present = excluded.present,
                state = excluded.state, access = excluded.access, source = excluded.source, seq = excluded.seq,
                project = excluded.project, inherited = excluded.inherited""";

    /** How far the log goes. */
    public record Position(long seq, int generation) {
        public boolean isBeyond(Position other) {
            return generation > other.generation || (generation == other.generation && seq > other.seq);
        }
    }

    private record Placed(long seq, Line line) {}

    private final Connection connection;
    private long head;
    private int generation;

    private ChangeLog(Connection connection, long head, int generation) {
        this.connection = connection;
        this.head = head;
        this.generation = generation;
    }

    public static ChangeLog open(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("select head, generation from change_counter for no key update");
                var row = query.executeQuery()) {
            row.next();
            return new ChangeLog(connection, row.getLong(1), row.getInt(2));
        }
    }

    public Position position() {
        return new Position(head, generation);
    }

    /** As they stand, before what is appended from now on. */
    public KnownSubjects subjects() {
        return new KnownSubjects(connection);
    }

    public void append(List<Line> lines) throws SQLException {
        if (lines.isEmpty()) {
            return;
        }
        var placed = lines.stream().map(line -> new Placed(++head, line)).toList();
        insert(placed);
        project(placed);
        for (var one : placed) {
            if (one.line().op() == Op.REDACTED) {
                erase(one.line().after().name(), one.seq());
            }
        }
        count();
    }

    private void insert(List<Placed> lines) throws SQLException {
        try (var append = connection.prepareStatement(APPEND)) {
            append.setArray(1, array("bigint", lines, Placed::seq));
            append.setArray(2, subjects(lines, subject -> subject.name().type()));
            append.setArray(3, subjects(lines, subject -> subject.name().id()));
            append.setArray(4, subjects(lines, Subject::number));
            append.setArray(5, subjects(lines, Subject::href));
            append.setArray(6, array("bigint", lines, one -> one.line().after().version()));
            append.setArray(7, texts(lines, line -> line.op().word()));
            append.setArray(8, array("boolean", lines, one -> one.line().presentBefore()));
            append.setArray(9, array("boolean", lines, one -> one.line().after().present()));
            append.setArray(10, texts(lines, line -> write(line.changes())));
            append.setArray(11, subjects(lines, subject -> writeOrNull(subject.state())));
            append.setArray(12, subjects(lines, subject -> write(subject.access())));
            append.setArray(13, texts(lines, line -> writeOrNull(line.accessBefore())));
            append.setArray(14, texts(lines, line -> line.occurredAt().toString()));
            append.setArray(15, texts(lines, line -> line.recordedAt().toString()));
            append.setArray(16, texts(lines, Line::source));
            append.setArray(
                    17,
                    texts(
                            lines,
                            line -> line.event() == null ? null : line.event().id()));
            append.setArray(
                    18,
                    texts(
                            lines,
                            line -> line.event() == null ? null : line.event().type()));
            append.setArray(19, subjects(lines, subject -> literal(subject.inherited())));
            append.execute();
        }
    }

    /** Each subject as its last line leaves it. */
    private void project(List<Placed> lines) throws SQLException {
        var bySubject = new LinkedHashMap<InboxSubject, Placed>();
        lines.forEach(one -> bySubject.put(one.line().after().name(), one));
        var last = List.copyOf(bySubject.values());
        try (var upsert = connection.prepareStatement(PROJECT)) {
            upsert.setArray(1, subjects(last, subject -> subject.name().type()));
            upsert.setArray(2, subjects(last, subject -> subject.name().id()));
            upsert.setArray(3, subjects(last, Subject::number));
            upsert.setArray(4, subjects(last, Subject::href));
            upsert.setArray(5, array("bigint", last, one -> one.line().after().version()));
            upsert.setArray(6, array("boolean", last, one -> one.line().after().present()));
            upsert.setArray(7, subjects(last, subject -> writeOrNull(subject.state())));
            upsert.setArray(8, subjects(last, subject -> write(subject.access())));
            upsert.setArray(9, texts(last, Line::source));
            upsert.setArray(10, array("bigint", last, Placed::seq));
            upsert.setArray(11, subjects(last, subject -> {
                var project = subject.project();
                return project == null ? null : project.id();
            }));
            upsert.setArray(12, subjects(last, subject -> literal(subject.inherited())));
            upsert.execute();
        }
    }

    /** What was erased at its source is erased in all that was told of it. */
    private void erase(InboxSubject name, long before) throws SQLException {
        try (var update = connection.prepareStatement("""
                update change set state = null, changes = '[]'
                where subject_type = ? and subject_id = ? and seq < ?""")) {
            update.setString(1, name.type());
            update.setString(2, name.id());
            update.setLong(3, before);
            update.execute();
        }
    }

    /**
     * The source begins anew. What was known of it is removed, to be created again by what comes; nobody can go on from
     * a position of before.
     */
    public void rewind(String source, Instant at) throws SQLException {
        try (var append = connection.prepareStatement("""
                insert into change (seq, subject_type, subject_id, subject_number, subject_href, version, op,
                                    present_before, present, changes, access, occurred_at, recorded_at, source, previous)
                select ? + row_number() over (order by type, id), type, id, number, href, version, 'removed', true,
                       false, '[]', access, ?, ?, source, seq
                from subject where source = ? and present""")) {
            append.setLong(1, head);
            append.setObject(2, at.atOffset(ZoneOffset.UTC));
            append.setObject(3, at.atOffset(ZoneOffset.UTC));
            append.setString(4, source);
            head += append.executeUpdate();
        }
        try (var delete = connection.prepareStatement("delete from subject where source = ?")) {
            delete.setString(1, source);
            delete.execute();
        }
        generation++;
        count();
    }

    private void count() throws SQLException {
        try (var update = connection.prepareStatement("update change_counter set head = ?, generation = ?")) {
            update.setLong(1, head);
            update.setInt(2, generation);
            update.execute();
        }
    }

    private Array texts(List<Placed> lines, Function<Line, @Nullable String> part) throws SQLException {
        return array("text", lines, one -> part.apply(one.line()));
    }

    private Array subjects(List<Placed> lines, Function<Subject, @Nullable String> part) throws SQLException {
        return array("text", lines, one -> part.apply(one.line().after()));
    }

    private <T> Array array(String type, Collection<T> values, Function<? super T, ? extends @Nullable Object> part)
            throws SQLException {
        var parts = values.stream().map(part).toArray();
        return connection.createArrayOf(type, type.equals("text") ? strings(parts) : parts);
    }

    /** An array within an array, as PostgreSQL writes it: rows of different length can be sent no other way. */
    private static String literal(List<String> values) {
        return values.stream()
                .map(value -> "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** As strings the driver sends them in binary, without a second round of quoting. */
    private static Object[] strings(Object[] parts) {
        var strings = new String[parts.length];
        System.arraycopy(parts, 0, strings, 0, parts.length);
        return strings;
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written: " + value.getClass(), e);
        }
    }

    private static @Nullable String writeOrNull(@Nullable Object value) {
        return value == null ? null : write(value);
    }
}
