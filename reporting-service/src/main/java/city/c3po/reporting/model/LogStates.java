package city.c3po.reporting.model;

import city.c3po.reporting.log.Op;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/** The log as a report reads it: how subjects stood at a position, and what was said between two. */
final class LogStates {
    /** Amounts keep their digits. */
    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final String CONFIDENTIAL =
            "(c.access ->> 'classification' = 'CONFIDENTIAL' or coalesce(c.state ->> 'confidential', '') = 'true')";

    private static final String COLUMNS = """
            c.seq, c.subject_type, c.subject_id, c.version, c.op, c.present, c.occurred_at, c.recorded_at, c.event_type, c.source,
            %1$s as withheld,
            case when not %1$s then c.subject_number end as subject_number,
            case when not %1$s then c.subject_href end as subject_href,
            case when not c.present then null
                 when %1$s and c.subject_type = 'recommendation' then jsonb_build_object(
                     'verifiedStatus', c.state -> 'verifiedStatus', 'managementStatus', c.state -> 'managementStatus',
                     'department', coalesce(c.state -> 'leadDepartment', c.state -> 'department', c.state -> 'lead'))
                 when not %1$s then c.state end::text as state""".formatted(CONFIDENTIAL);

    /**
     * A line of the log. Its state is kept as text and read each time somebody asks: of ten thousand lines the texts fit
     * into memory, and the trees, ten times as large, do not.
     *
     * @param withheld whether it is confidential: then it is in no report, but that a recommendation is counted
     * @param json its state; null where there is none; of a confidential recommendation, what is needed to count it
     */
    record Told(
            long seq,
            String type,
            String id,
            @Nullable String number,
            @Nullable String href,
            Op op,
            boolean present,
            boolean withheld,
            @Nullable String json,
            Instant occurredAt,
            Instant recordedAt,
            @Nullable String eventType,
            String source) {
        static Told of(ResultSet row) throws SQLException {
            return new Told(
                    row.getLong("seq"),
                    row.getString("subject_type"),
                    row.getString("subject_id"),
                    row.getString("subject_number"),
                    row.getString("subject_href"),
                    Op.of(row.getString("op")),
                    row.getBoolean("present"),
                    row.getBoolean("withheld"),
                    row.getString("state"),
                    row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                    row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                    row.getString("event_type"),
                    row.getString("source"));
        }

        boolean hasState() {
            return json != null;
        }

        /** Of a line without one, null as JSON says it. */
        JsonNode state() {
            return json == null ? NullNode.getInstance() : parse(json);
        }

        String key() {
            return type + "/" + id;
        }
    }

    private final Connection connection;

    LogStates(Connection connection) {
        this.connection = connection;
    }

    /** The last line of one subject up to a position: found by index, however long the log is. */
    private static final String LAST = " cross join lateral (select " + COLUMNS + """
             from change c where c.subject_type = s.type and c.subject_id = s.id and c.seq <= ?
            order by c.seq desc limit 1) told
            order by subject_type, subject_number, subject_id""";

    /** The last line of each subject of these types up to a position. */
    List<Told> at(long seq, Collection<String> types) throws SQLException {
        return read("select told.* from (select type, id from subject where type = any (?)) s" + LAST, query -> {
            query.setArray(1, connection.createArrayOf("text", types.toArray()));
            query.setLong(2, seq);
        });
    }

    /** The last line of each of these subjects up to a position. */
    List<Told> at(long seq, List<Told> subjects) throws SQLException {
        return read(
                "select told.* from (select distinct type, id from unnest(?::text[], ?::text[]) as n (type, id)) s"
                        + LAST,
                query -> {
                    query.setArray(
                            1,
                            connection.createArrayOf(
                                    "text", subjects.stream().map(Told::type).toArray()));
                    query.setArray(
                            2,
                            connection.createArrayOf(
                                    "text", subjects.stream().map(Told::id).toArray()));
                    query.setLong(3, seq);
                });
    }

    /** What was said of these types after a position and up to another, in the order of the log. */
    List<Told> between(long after, long upTo, Collection<String> types) throws SQLException {
        return read(
                "select " + COLUMNS + " from change c where c.subject_type = any (?) and c.seq > ? and c.seq <= ?"
                        // that its project went into another program says nothing of a record
                        + " and (c.op <> 'updated' or c.event_id is not null) order by c.seq",
                query -> {
                    query.setArray(1, connection.createArrayOf("text", types.toArray()));
                    query.setLong(2, after);
                    query.setLong(3, upTo);
                });
    }

    /** How people call the software that others refer to by id. */
    Map<String, String> products(long seq) throws SQLException {
        return labels(seq, "softwareProduct", "coalesce(told.state ->> 'label', told.state ->> 'product')");
    }

    /** The departments by code: records name them by it, and people by this. */
    Map<String, String> departments(long seq) throws SQLException {
        return labels(seq, "department", "told.state ->> 'name'");
    }

    private Map<String, String> labels(long seq, String type, String label) throws SQLException {
        try (var query = connection.prepareStatement("select s.id, " + label + """
                 from subject s
                cross join lateral (
                    select c.state from change c
                    where c.subject_type = s.type and c.subject_id = s.id and c.seq <= ?
                    order by c.seq desc limit 1) told
                where s.type = ? and s.access ->> 'classification' <> 'CONFIDENTIAL'""")) {
            query.setLong(1, seq);
            query.setString(2, type);
            try (var row = query.executeQuery()) {
                var labels = new HashMap<String, String>();
                while (row.next()) {
                    @Nullable String named = row.getString(2);
                    if (named != null) {
                        labels.put(row.getString(1), named);
                    }
                }
                return labels;
            }
        }
    }

    private interface Binding {
        void to(PreparedStatement query) throws SQLException;
    }

    private List<Told> read(String sql, Binding binding) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            // planned for the log as it is, which may be long by now
            query.unwrap(PGStatement.class).setPrepareThreshold(0);
            binding.to(query);
            try (var row = query.executeQuery()) {
                var told = new ArrayList<Told>();
                while (row.next()) {
                    told.add(Told.of(row));
                }
                return told;
            }
        }
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the log holds what is no JSON", e);
        }
    }
}
