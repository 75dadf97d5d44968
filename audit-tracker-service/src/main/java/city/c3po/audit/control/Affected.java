package city.c3po.audit.control;

import city.c3po.audit.known.CityDays;
import city.c3po.audit.known.RecordFollower;
import city.c3po.audit.known.Told;
import city.c3po.platform.event.InboxEvent;
import city.c3po.platform.event.InboxSubject;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which judgements an event changes: these are due at once. */
@Singleton
class Affected implements RecordFollower {
    private static final String DUE = """
            on conflict (type, id) do update set due = excluded.due where excluded.due < subject_due.due""";
    private static final String THESE = """
            insert into subject_due (type, id, due)
            select type, id, ? from unnest(?::text[], ?::text[]) as these (type, id) order by type, id
            """ + DUE;
    private static final String CHARTERS_OF_TEMPLATES = """
            insert into subject_due (type, id, due)
            select 'charter', id, ? from known_record where type = 'charter' and state #>> '{template,id}' = any(?)
            order by id
            """ + DUE;
    private static final String INITIATIVES_OF_PROJECTS = """
            insert into subject_due (type, id, due)
            select distinct 'initiative', state #>> '{initiative,id}', ?::timestamptz from known_record
            where type = 'project' and id = any(?) and state #>> '{initiative,id}' is not null
            order by 2
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
    public void told(Connection connection, List<InboxEvent> events) throws SQLException {
        var due = new Due();
        events.forEach(event -> judge(event, due));
        due.write(connection, days.now().atOffset(ZoneOffset.UTC));
    }

    private static void judge(InboxEvent event, Due due) {
        var state = Objects.requireNonNull(event.state());
        var id = event.subject().id();
        var type = event.subject().type();
        switch (type) {
            case "policy", "initiative", "quality" -> due.add(type, id);
            case "report" -> {
                due.add(type, id);
                due.add(OfficeJudge.DASHBOARD, OfficeJudge.PUBLIC);
            }
            case "project" -> {
                due.add(type, id);
                due.add("initiative", text(state, "/initiative/id"));
            }
            case "charter" -> {
                due.add(type, id);
                due.add("project", text(state, "/project/id"));
                due.addAll(INITIATIVES_OF_PROJECTS, text(state, "/project/id"));
            }
            case "engagement" -> {
                due.add(type, id);
                due.add("project", text(state, "/project/id"));
            }
            case "lesson" -> due.add("project", text(state, "/project/id"));
            case "evaluation" -> due.add("engagement", text(state, "/engagement/id"));
            case "document" -> due.add("charter", text(state, "/charter/id"));
            case "charterTemplate" -> due.addAll(CHARTERS_OF_TEMPLATES, id);
            case "ranking" ->
                Told.listOf(state.path("places"))
                        .forEach(place -> due.addAll(PROJECTS_OF_INITIATIVES, text(place, "/initiative/id")));
            // heads of departments are asked for, and not measured
            default -> {}
        }
    }

    private static @Nullable String text(JsonNode state, String pointer) {
        return Told.textOf(state.at(pointer));
    }

    /** What a batch makes due, said in a few statements however many its events. */
    private static final class Due {
        private final Set<InboxSubject> these = new LinkedHashSet<>();
        private final Map<String, Set<String>> related = new LinkedHashMap<>();

        void add(String type, @Nullable String id) {
            if (id != null) {
                these.add(new InboxSubject(type, id));
            }
        }

        /** @param sql which finds them, and takes the ids that it starts from */
        void addAll(String sql, @Nullable String id) {
            if (id != null) {
                related.computeIfAbsent(sql, none -> new LinkedHashSet<>()).add(id);
            }
        }

        void write(Connection connection, OffsetDateTime now) throws SQLException {
            if (!these.isEmpty()) {
                try (var insert = connection.prepareStatement(THESE)) {
                    insert.setObject(1, now);
                    insert.setArray(2, array(connection, these.stream().map(InboxSubject::type)));
                    insert.setArray(3, array(connection, these.stream().map(InboxSubject::id)));
                    insert.execute();
                }
            }
            for (var more : related.entrySet()) {
                try (var insert = connection.prepareStatement(more.getKey())) {
                    insert.setObject(1, now);
                    insert.setArray(2, array(connection, more.getValue().stream()));
                    insert.execute();
                }
            }
        }

        private static Array array(Connection connection, Stream<String> texts) throws SQLException {
            return connection.createArrayOf("text", texts.toArray());
        }
    }
}
