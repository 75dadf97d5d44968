package city.c3po.charter.project;

import city.c3po.platform.event.InboxEffect;
import city.c3po.platform.event.InboxEvent;
import city.c3po.platform.event.InboxPoison;
import city.c3po.platform.event.InboxStep;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Keeps what portfolio tells of projects, departments and calendars: the last word of each. Charters follow it. */
@Singleton
class Intake implements InboxEffect {
    private static final Pattern FIRST_EDITION =
            Pattern.compile("city\\.c3po\\.(project|department|calendar)\\.[A-Za-z0-9]+\\.v1");

    /** A later state replaces an earlier one; an erased one changes nothing of what charters rest on. */
    private static final String KEEP = " where excluded.version > %s.version";

    private final ProjectFollower follower;

    Intake(ProjectFollower follower) {
        this.follower = follower;
    }

    @Override
    public boolean knows(String type) {
        return FIRST_EDITION.matcher(type).matches();
    }

    @Override
    public void check(InboxEvent event) {
        var state = event.state();
        if (state == null) {
            return;
        }
        switch (event.subject().type()) {
            case "project" -> {
                require(state.path("id").isTextual(), "a project has no id");
                for (var code : state.path("affectedDepartments")) {
                    require(code.isTextual(), "a department is no code");
                }
            }
            case "calendar" -> days(state).forEach(Intake::requireDay);
            default -> {}
        }
    }

    private static void requireDay(JsonNode day) {
        try {
            LocalDate.parse(String.valueOf(day.path("date").textValue()));
        } catch (DateTimeParseException e) {
            throw new InboxPoison("a holiday has no date");
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new InboxPoison(otherwise);
        }
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
        follower.told(subjects(steps, "project"), subjects(steps, "department"));
    }

    private static Set<String> subjects(List<InboxStep> steps, String type) {
        return steps.stream()
                .filter(InboxStep.Taken.class::isInstance)
                .map(step -> ((InboxStep.Taken) step).event().subject())
                .filter(subject -> subject.type().equals(type))
                .map(subject -> subject.id())
                .collect(Collectors.toSet());
    }

    private static void take(Connection connection, InboxEvent event) throws SQLException {
        var state = event.state();
        if (state == null || state.path("sha256").isTextual()) {
            return;
        }
        switch (event.subject().type()) {
            case "project" -> put(connection, "known_project", "id", "state", "?::jsonb", event, state.toString());
            case "department" ->
                put(
                        connection,
                        "known_department",
                        "code",
                        "head",
                        "?",
                        event,
                        state.path("head").textValue());
            case "calendar" -> put(connection, "known_calendar", "code", "holidays", "?::jsonb", event, dates(state));
            default -> {}
        }
    }

    private static void put(
            Connection connection,
            String table,
            String key,
            String column,
            String as,
            InboxEvent event,
            @Nullable String value)
            throws SQLException {
        var sql =
                "insert into %1$s (%2$s, version, %3$s) values (?, ?, %4$s) on conflict (%2$s) do update set version = excluded.version, %3$s = excluded.%3$s"
                                .formatted(table, key, column, as)
                        + KEEP.formatted(table);
        try (var insert = connection.prepareStatement(sql)) {
            insert.setString(1, event.subject().id());
            insert.setLong(2, event.version());
            insert.setString(3, value);
            insert.execute();
        }
    }

    private static void forgetVersions(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var table : Set.of("known_project", "known_department", "known_calendar")) {
                statement.execute("update " + table + " set version = 0");
            }
        }
    }

    private static Iterable<JsonNode> days(JsonNode calendar) {
        return calendar.path("holidays");
    }

    private static String dates(JsonNode calendar) {
        return StreamSupport.stream(days(calendar).spliterator(), false)
                .map(day -> day.path("date").toString())
                .toList()
                .toString();
    }
}
