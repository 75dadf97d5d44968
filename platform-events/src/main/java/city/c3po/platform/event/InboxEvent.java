package city.c3po.platform.event;

import city.c3po.platform.actor.Access;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event of another service, next in its subject's order. A consumer reads what it needs of {@link #fact()} and
 * {@link #state()} into records of its own.
 *
 * @param source the word of its topic, {@code portfolio} for {@code c3po.portfolio.v1}
 * @param version of the subject, and the state's
 * @param fact what happened; null once erased
 * @param state the subject's representation afterwards, or {@code {href, version, sha256}} where that is large; null
 *     once erased
 * @param tasks what awaits whom
 */
public record InboxEvent(
        String source,
        int epoch,
        String id,
        String type,
        InboxSubject subject,
        long version,
        Instant occurredAt,
        Instant recordedAt,
        String actor,
        @Nullable String traceParent,
        @Nullable JsonNode fact,
        @Nullable JsonNode state,
        Access access,
        List<Task> tasks) {

    /** Amounts keep their digits, and what a later producer adds is not our business. */
    static final ObjectMapper JSON = JsonMapper.builder(new com.fasterxml.jackson.core.JsonFactoryBuilder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(100).build())
                    .build())
            .findAndAddModules()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** The part of the type that says what happened: {@code submitted} of {@code city.c3po.initiative.submitted.v1}. */
    public String factName() {
        var parts = type.split("\\.");
        return parts[parts.length - 2];
    }

    static InboxEvent of(InboxRecord record, InboxEnvelope envelope) {
        try {
            var data = JSON.readTree(record.value() == null ? new byte[0] : record.value());
            if (!data.isObject() || !data.has("fact") || !data.has("state")) {
                throw new InboxPoison("data is no object with fact, state and access");
            }
            return new InboxEvent(
                    record.source(),
                    envelope.epoch(),
                    envelope.id(),
                    envelope.type(),
                    envelope.subject(),
                    envelope.version(),
                    envelope.occurredAt(),
                    envelope.recordedAt(),
                    envelope.actor(),
                    envelope.traceParent(),
                    objectOrNull(data, "fact"),
                    objectOrNull(data, "state"),
                    access(data.get("access")),
                    tasks(data.get("tasks")));
        } catch (JsonProcessingException e) {
            // the location would quote the data, which may be confidential
            throw new InboxPoison("data cannot be read: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new InboxPoison("data cannot be read: " + e.getMessage());
        }
    }

    private static @Nullable JsonNode objectOrNull(JsonNode data, String name) {
        var node = data.get(name);
        if (!node.isObject() && !node.isNull()) {
            throw new InboxPoison(name + " is no object");
        }
        return node.isNull() ? null : node;
    }

    /** As it travels: what is not said opens nothing. */
    private record Carried(
            Access.@Nullable Classification classification,
            @Nullable List<String> departments,
            @Nullable List<String> people,
            @Nullable String vendor,
            @Nullable List<String> bodies,
            @Nullable List<String> sources) {}

    private static Access access(@Nullable JsonNode access) throws JsonProcessingException {
        @Nullable Carried carried = access == null ? null : JSON.treeToValue(access, Carried.class);
        if (carried == null || carried.classification() == null) {
            throw new InboxPoison("data has no access");
        }
        return new Access(
                carried.classification(),
                orNone(carried.departments()),
                orNone(carried.people()),
                carried.vendor(),
                orNone(carried.bodies()),
                orNone(carried.sources()));
    }

    private static List<String> orNone(@Nullable List<String> names) {
        return names == null ? List.of() : names;
    }

    private static List<Task> tasks(@Nullable JsonNode tasks) throws JsonProcessingException {
        return tasks == null || tasks.isNull() ? List.of() : List.of(JSON.treeToValue(tasks, Task[].class));
    }
}
