package city.c3po.audit.known;

import city.c3po.platform.event.InboxEffect;
import city.c3po.platform.event.InboxEvent;
import city.c3po.platform.event.InboxStep;
import city.c3po.platform.event.InboxSubject;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps the last word of each record that somebody here asks for. */
@Singleton
class Intake implements InboxEffect {
    private static final int TYPE = 2;
    private static final Set<String> TYPES = Set.of(
            "department",
            "policy",
            "initiative",
            "project",
            "ranking",
            "lesson",
            "charterTemplate",
            "charter",
            "engagement",
            "evaluation",
            "document",
            "quality",
            "report");
    /** In an order that two replicas share, and each record once: a statement changes no row twice. */
    private static final String KEEP = """
            insert into known_record (type, id, version, recorded_at, state, source, access)
            select * from unnest(?::text[], ?::text[], ?::bigint[], ?::timestamptz[], ?::jsonb[], ?::text[], ?::jsonb[])
            order by 1, 2
            on conflict (type, id) do update
            set version = excluded.version, recorded_at = excluded.recorded_at, state = excluded.state,
                source = excluded.source, access = excluded.access, rewound_at = null
            where excluded.version > known_record.version
            returning type, id""";

    private final RecordFollower follower;
    private final ObjectMapper json;

    Intake(RecordFollower follower, ObjectMapper json) {
        this.follower = follower;
        this.json = json;
    }

    @Override
    public boolean knows(String type) {
        var parts = type.split("\\.");
        return parts.length == 5 && parts[4].equals("v1") && TYPES.contains(parts[TYPE]);
    }

    @Override
    public void apply(Connection connection, List<InboxStep> steps) throws SQLException {
        var told = new ArrayList<InboxEvent>();
        for (var step : steps) {
            switch (step) {
                case InboxStep.Taken taken -> {
                    if (saysAll(taken.event().state())) {
                        told.add(taken.event());
                    }
                }
                case InboxStep.Rewound rewound -> {
                    take(connection, told);
                    told.clear();
                    rewind(connection, rewound.source(), rewound.at());
                }
                case InboxStep.GapOpened opened -> {}
                case InboxStep.GapClosed closed -> {}
            }
        }
        take(connection, told);
    }

    /** Of what was erased, or was too large to travel, what is known stays. */
    private static boolean saysAll(@Nullable JsonNode state) {
        return state != null
                && !(state.path("sha256").isTextual() && state.path("href").isTextual() && state.size() <= 3);
    }

    private void take(Connection connection, List<InboxEvent> told) throws SQLException {
        var last = new LinkedHashMap<InboxSubject, InboxEvent>();
        told.forEach(event -> last.put(event.subject(), event));
        if (last.isEmpty()) {
            return;
        }
        var kept = keep(connection, List.copyOf(last.values()));
        follower.told(
                connection,
                told.stream().filter(event -> kept.contains(event.subject())).toList());
    }

    private Set<InboxSubject> keep(Connection connection, List<InboxEvent> events) throws SQLException {
        var kept = new HashSet<InboxSubject>();
        try (var keep = connection.prepareStatement(KEEP)) {
            keep.setArray(1, each(connection, events, event -> event.subject().type()));
            keep.setArray(2, each(connection, events, event -> event.subject().id()));
            keep.setArray(3, each(connection, events, InboxEvent::version));
            keep.setArray(4, each(connection, events, InboxEvent::recordedAt));
            keep.setArray(5, each(connection, events, InboxEvent::state));
            keep.setArray(6, each(connection, events, InboxEvent::source));
            keep.setArray(7, each(connection, events, this::access));
            try (var row = keep.executeQuery()) {
                while (row.next()) {
                    kept.add(new InboxSubject(row.getString(1), row.getString(2)));
                }
            }
        }
        return kept;
    }

    private static Array each(
            Connection connection, List<InboxEvent> events, Function<InboxEvent, @Nullable Object> value)
            throws SQLException {
        return connection.createArrayOf(
                "text",
                events.stream().map(event -> String.valueOf(value.apply(event))).toArray());
    }

    private String access(InboxEvent event) {
        try {
            return json.writeValueAsString(event.access());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an access can be written", e);
        }
    }

    /** A source that begins anew tells everything again, from version 1 on; what it does not tell again is no more. */
    private static void rewind(Connection connection, String source, Instant at) throws SQLException {
        try (var forget =
                connection.prepareStatement("update known_record set version = 0, rewound_at = ? where source = ?")) {
            forget.setObject(1, at.atOffset(ZoneOffset.UTC));
            forget.setString(2, source);
            forget.execute();
        }
    }
}
