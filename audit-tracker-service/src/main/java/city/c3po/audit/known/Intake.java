package city.c3po.audit.known;

import city.c3po.platform.event.InboxEffect;
import city.c3po.platform.event.InboxEvent;
import city.c3po.platform.event.InboxStep;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/** Keeps the last word of each record that somebody here asks for. */
@Singleton
class Intake implements InboxEffect {
    private static final int TYPE = 2;
    private static final Set<String> TYPES = Set.of("department");
    private static final String KEEP = """
            insert into known_record (type, id, version, recorded_at, state) values (?, ?, ?, ?, ?::jsonb)
            on conflict (type, id) do update
            set version = excluded.version, recorded_at = excluded.recorded_at, state = excluded.state
            where excluded.version > known_record.version""";

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
                // a source that begins anew tells everything again, from version 1 on
                case InboxStep.Rewound rewound -> forgetVersions(connection);
                case InboxStep.GapOpened opened -> {}
                case InboxStep.GapClosed closed -> {}
            }
        }
    }

    private static void take(Connection connection, InboxEvent event) throws SQLException {
        var state = event.state();
        if (state == null || state.path("sha256").isTextual()) {
            // erased, or too large to travel: what is known stays
            return;
        }
        try (var keep = connection.prepareStatement(KEEP)) {
            keep.setString(1, event.subject().type());
            keep.setString(2, event.subject().id());
            keep.setLong(3, event.version());
            keep.setObject(4, event.recordedAt().atOffset(ZoneOffset.UTC));
            keep.setString(5, state.toString());
            keep.execute();
        }
    }

    private static void forgetVersions(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("update known_record set version = 0");
        }
    }
}
