package city.c3po.platform.event;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
        @Nullable String tasks) {

    /** A state over 200 KiB travels as its address: a batch stays small, and the consumer reads what it needs. */
    static final String COLUMNS = """
            j.id, j.event_id, j.aggregate_type, j.aggregate_id, j.version, j.type, j.schema, j.occurred_at, \
            j.recorded_at, j.actor, j.trace_parent, j.access::text as access, j.fact::text as fact, \
            case when octet_length(j.state::text) <= 204800 then j.state::text \
                 else jsonb_build_object('href', j.state -> 'href', 'version', j.version, \
                                         'sha256', encode(j.state_sha256, 'hex'))::text end as state, \
            j.tasks::text as tasks""";

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
                row.getString("tasks"));
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
        return "{\"fact\":" + fact + ",\"state\":" + state + ",\"access\":" + access
                + (tasks == null ? "" : ",\"tasks\":" + tasks) + "}";
    }
}
