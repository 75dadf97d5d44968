package city.c3po.platform.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the journal on its way to Kafka. */
record JournalRow(
        long id,
        UUID eventId,
        String aggregateType,
        String aggregateId,
        long version,
        String type,
        String schema,
        Instant occurredAt,
        Instant recordedAt,
        String actor,
        @Nullable String traceParent,
        String access,
        @Nullable String fact,
        @Nullable String state,
        @Nullable String tasks,
        byte[] stateDigest) {

    /** Larger states travel as an address: the consumer reads what it needs. */
    private static final int STATE_LIMIT_BYTES = 200 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper();

    static final String COLUMNS = """
            j.id, j.event_id, j.aggregate_type, j.aggregate_id, j.version, j.type, j.schema, j.occurred_at, \
            j.recorded_at, j.actor, j.trace_parent, j.access::text as access, j.fact::text as fact, \
            j.state::text as state, j.tasks::text as tasks, j.state_sha256""";

    static JournalRow of(ResultSet row) throws SQLException {
        return new JournalRow(
                row.getLong("id"),
                row.getObject("event_id", UUID.class),
                row.getString("aggregate_type"),
                row.getString("aggregate_id"),
                row.getLong("version"),
                row.getString("type"),
                row.getString("schema"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("trace_parent"),
                row.getString("access"),
                row.getString("fact"),
                row.getString("state"),
                row.getString("tasks"),
                row.getBytes("state_sha256"));
    }

    /** Who changes together: order is kept, and parking happens, per aggregate. */
    String aggregate() {
        return aggregateType + "/" + aggregateId;
    }

    /** CloudEvents 1.0: the same id and times however often it is sent. */
    CloudEvent toCloudEvent(String service, int epoch) {
        var event = CloudEventBuilder.v1()
                .withId(eventId.toString())
                .withSource(URI.create("/services/" + service))
                .withType(type)
                .withSubject(aggregateId)
                .withTime(occurredAt.atOffset(ZoneOffset.UTC))
                .withDataContentType("application/json")
                .withDataSchema(URI.create(schema))
                .withExtension("partitionkey", aggregateId)
                .withExtension("sequence", "%020d".formatted(version))
                .withExtension("recordedtime", recordedAt.atOffset(ZoneOffset.UTC))
                .withExtension("epoch", epoch)
                .withExtension("authid", actor)
                .withData(data().getBytes(StandardCharsets.UTF_8));
        if (traceParent != null) {
            event.withExtension("traceparent", traceParent);
        }
        return event.build();
    }

    private String data() {
        return "{\"fact\":" + fact + ",\"state\":" + travellingState() + ",\"access\":" + access
                + (tasks == null ? "" : ",\"tasks\":" + tasks) + "}";
    }

    private @Nullable String travellingState() {
        if (state == null || state.length() <= STATE_LIMIT_BYTES / 4 || utf8Length(state) <= STATE_LIMIT_BYTES) {
            return state;
        }
        try {
            // every state names its own address: a large one shows where to read the rest
            return "{\"href\":" + JSON.readTree(state).path("href") + ",\"version\":" + version + ",\"sha256\":\""
                    + HexFormat.of().formatHex(stateDigest) + "\"}";
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the journal holds what is no JSON", e);
        }
    }

    private static int utf8Length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
