package city.c3po.audit.control;

import city.c3po.audit.known.CityDays;
import city.c3po.audit.known.RecordFollower;
import city.c3po.audit.known.Told;
import city.c3po.platform.event.InboxEvent;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which judgements an event changes: these are due at once. */
@Singleton
class Affected implements RecordFollower {
    private static final String DUE = """
            on conflict (type, id) do update set due = least(subject_due.due, excluded.due)""";
    private static final String ONE = "insert into subject_due (type, id, due) values (?, ?, ?) " + DUE;
    private static final String CHARTERS_OF_TEMPLATE = """
            insert into subject_due (type, id, due)
            select 'charter', id, ? from known_record where type = 'charter' and state #>> '{template,id}' = ? order by id
            """ + DUE;
    private static final String INITIATIVE_OF_PROJECT = """
            insert into subject_due (type, id, due)
            select 'initiative', state #>> '{initiative,id}', ? from known_record
            where type = 'project' and id = ? and state #>> '{initiative,id}' is not null
            """ + DUE;
    private static final String PROJECTS_OF_INITIATIVES = """
            insert into subject_due (type, id, due)
            select 'project', id, ? from known_record where type = 'project' and state #>> '{initiative,id}' = any(?)
            order by id
            """ + DUE;

    private final CityDays days;

    Affected(CityDays days) {
        this.days = days;
    }

    @Override
    public void told(Connection connection, InboxEvent event) throws SQLException {
        var due = new Due(connection, days.now());
        var state = Objects.requireNonNull(event.state());
        var id = event.subject().id();
        var type = event.subject().type();
        switch (type) {
            case "policy", "initiative", "quality" -> due.one(type, id);
            case "report" -> {
                due.one(type, id);
                due.one(OfficeJudge.DASHBOARD, OfficeJudge.PUBLIC);
            }
            case "project" -> {
                due.one(type, id);
                due.one("initiative", text(state, "/initiative/id"));
            }
            case "charter" -> {
                due.one(type, id);
                due.one("project", text(state, "/project/id"));
                due.all(INITIATIVE_OF_PROJECT, text(state, "/project/id"));
            }
            case "engagement" -> {
                due.one(type, id);
                due.one("project", text(state, "/project/id"));
            }
            case "lesson" -> due.one("project", text(state, "/project/id"));
            case "evaluation" -> due.one("engagement", text(state, "/engagement/id"));
            case "document" -> due.one("charter", text(state, "/charter/id"));
            case "charterTemplate" -> due.all(CHARTERS_OF_TEMPLATE, id);
            case "ranking" -> due.places(state);
            // heads of departments are asked for, and not measured
            default -> {}
        }
    }

    private static @Nullable String text(JsonNode state, String pointer) {
        return Told.textOf(state.at(pointer));
    }

    private record Due(Connection connection, Instant now) {
        void one(String type, @Nullable String id) throws SQLException {
            if (id == null) {
                return;
            }
            try (var insert = connection.prepareStatement(ONE)) {
                insert.setString(1, type);
                insert.setString(2, id);
                insert.setObject(3, now.atOffset(ZoneOffset.UTC));
                insert.execute();
            }
        }

        void all(String sql, @Nullable String id) throws SQLException {
            if (id == null) {
                return;
            }
            try (var insert = connection.prepareStatement(sql)) {
                insert.setObject(1, now.atOffset(ZoneOffset.UTC));
                insert.setString(2, id);
                insert.execute();
            }
        }

        void places(JsonNode ranking) throws SQLException {
            var ranked = Told.listOf(ranking.path("places"))
                    .map(place -> Told.textOf(place.at("/initiative/id")))
                    .filter(Objects::nonNull)
                    .toArray(String[]::new);
            try (var insert = connection.prepareStatement(PROJECTS_OF_INITIATIVES)) {
                insert.setObject(1, now.atOffset(ZoneOffset.UTC));
                insert.setArray(2, connection.createArrayOf("text", ranked));
                insert.execute();
            }
        }
    }
}
