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
     * A line of the log.
     *
     * @param withheld whether it is confidential: then it is in no report, but that a recommendation is counted
     * @param state null where there is none; of a confidential recommendation, what is needed to count it
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
            @Nullable JsonNode state,
            Instant occurredAt,
            Instant recordedAt,
            @Nullable String eventType,
            String source) {
        static Told of(ResultSet row) throws SQLException {
            @Nullable String state = row.getString("state");
            return new Told(
                    row.getLong("seq"),
                    row.getString("subject_type"),
                    row.getString("subject_id"),
                    row.getString("subject_number"),
                    row.getString("subject_href"),
                    Op.of(row.getString("op")),
                    row.getBoolean("present"),
                    row.getBoolean("withheld"),
                    state == null ? null : parse(state),
                    row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                    row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                    row.getString("event_type"),
                    row.getString("source"));
        }

        JsonNode stateOrNothing() {
            return state == null ? NullNode.getInstance() : state;
        }

        String key() {
            return type + "/" + id;
        }
    }

    private final Connection connection;

    LogStates(Connection connection) {
        this.connection = connection;
    }

    /** The last line of each subject of these types up to a position. */
    List<Told> at(long seq, Collection<String> types) throws SQLException {
        return read(
                "select * from (select distinct on (c.subject_type, c.subject_id) " + COLUMNS
                        + " from change c where c.subject_type = any (?) and c.seq <= ?"
                        + " order by c.subject_type, c.subject_id, c.seq desc) told"
                        + " order by subject_type, subject_number, subject_id",
                types,
                seq);
    }

    /** What was said of these types after a position and up to another, in the order of the log. */
    List<Told> between(long after, long upTo, Collection<String> types) throws SQLException {
        return read(
                "select " + COLUMNS + " from change c where c.subject_type = any (?) and c.seq > ? and c.seq <= ?"
                        // that its project went into another program says nothing of a record
                        + " and (c.op <> 'updated' or c.event_id is not null) order by c.seq",
                types,
                after,
                upTo);
    }

    /** How people call the software that others refer to by id. */
    Map<String, String> products(long seq) throws SQLException {
        try (var query = connection.prepareStatement("""
                select distinct on (c.subject_id) c.subject_id, coalesce(c.state ->> 'label', c.state ->> 'product')
                from change c
                where c.subject_type = 'softwareProduct' and c.seq <= ? and c.state is not null
                  and c.access ->> 'classification' <> 'CONFIDENTIAL'
                order by c.subject_id, c.seq desc""")) {
            query.setLong(1, seq);
            try (var row = query.executeQuery()) {
                var labels = new HashMap<String, String>();
                while (row.next()) {
                    @Nullable String label = row.getString(2);
                    if (label != null) {
                        labels.put(row.getString(1), label);
                    }
                }
                return labels;
            }
        }
    }

    private List<Told> read(String sql, Collection<String> types, long... positions) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            query.setArray(1, connection.createArrayOf("text", types.toArray()));
            for (int n = 0; n < positions.length; n++) {
                query.setLong(n + 2, positions[n]);
            }
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
