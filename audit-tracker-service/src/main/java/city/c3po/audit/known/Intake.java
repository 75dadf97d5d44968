package city.c3po.audit.known;

import city.c3po.platform.event.InboxEffect;
import city.c3po.platform.event.InboxEvent;
import city.c3po.platform.event.InboxStep;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

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
    private static final String KEEP = """
            insert into known_record (type, id, version, recorded_at, state, source, access)
            values (?, ?, ?, ?, ?::jsonb, ?, ?::jsonb)
            on conflict (type, id) do update
            set version = excluded.version, recorded_at = excluded.recorded_at, state = excluded.state,
                source = excluded.source, access = excluded.access, rewound_at = null
            where excluded.version > known_record.version""";

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
        for (var step : steps) {
            switch (step) {
                case InboxStep.Taken taken -> take(connection, taken.event());
                case InboxStep.Rewound rewound -> rewind(connection, rewound.source(), rewound.at());
                case InboxStep.GapOpened opened -> {}
                case InboxStep.GapClosed closed -> {}
            }
        }
    }

    private void take(Connection connection, InboxEvent event) throws SQLException {
        var state = event.state();
        if (state == null
                || state.path("sha256").isTextual() && state.path("href").isTextual() && state.size() <= 3) {
            // erased, or too large to travel: what is known stays
            return;
        }
        try (var keep = connection.prepareStatement(KEEP)) {
            keep.setString(1, event.subject().type());
            keep.setString(2, event.subject().id());
            keep.setLong(3, event.version());
            keep.setObject(4, event.recordedAt().atOffset(ZoneOffset.UTC));
            keep.setString(5, state.toString());
            keep.setString(6, event.source());
            keep.setString(7, access(event));
            if (keep.executeUpdate() == 1) {
                follower.told(connection, event);
            }
        }
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
