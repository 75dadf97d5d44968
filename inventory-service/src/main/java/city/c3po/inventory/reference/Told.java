package city.c3po.inventory.reference;

import city.c3po.platform.event.InboxEffect;
import city.c3po.platform.event.InboxEvent;
import city.c3po.platform.event.InboxPoison;
import city.c3po.platform.event.InboxStep;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keeps what portfolio tells of departments, people and vendors. */
@Singleton
class Told implements InboxEffect {
    private static final Pattern RECORDED = Pattern.compile("city\\.c3po\\.(department|person|vendor)\\.recorded\\.v1");

    private static final String KEEP = """
            insert into known_reference as k (kind, id, name, version, head) values (?, ?, ?, ?, ?)
            on conflict (kind, id) do update set name = excluded.name, version = excluded.version, head = excluded.head
            where excluded.version > k.version""";

    @Override
    public boolean knows(String type) {
        return RECORDED.matcher(type).matches();
    }

    @Override
    public void check(InboxEvent event) {
        var state = event.state();
        if (state != null && !state.path("name").isTextual()) {
            throw new InboxPoison("state.name is no text");
        }
    }

    @Override
    public void apply(Connection connection, List<InboxStep> steps) throws SQLException {
        for (var step : steps) {
            switch (step) {
                case InboxStep.Taken taken -> keep(connection, taken.event());
                // a restored owner counts its versions anew; ids that it used once stay known
                case InboxStep.Rewound rewound -> forgetVersions(connection);
                // what waits behind a gap changes a name at most
                case InboxStep.GapOpened opened -> {}
                case InboxStep.GapClosed closed -> {}
            }
        }
    }

    private static void keep(Connection connection, InboxEvent event) throws SQLException {
        var type = ReferenceType.ofAggregate(event.subject().type());
        if (type.isEmpty()) {
            return;
        }
        try (var keep = connection.prepareStatement(KEEP)) {
            keep.setString(1, type.get().word());
            keep.setString(2, event.subject().id());
            keep.setString(3, said(event, "name"));
            keep.setLong(4, event.version());
            keep.setString(5, said(event, "head"));
            keep.executeUpdate();
        }
    }

    private static @Nullable String said(InboxEvent event, String attribute) {
        return event.state() == null ? null : event.state().path(attribute).textValue();
    }

    private static void forgetVersions(Connection connection) throws SQLException {
        try (var forget = connection.createStatement()) {
            forget.executeUpdate("update known_reference set version = 0");
        }
    }
}
