package city.c3po.charter.archive;

import city.c3po.charter.template.DocumentKind;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.web.Pages.Place;
import city.c3po.platform.web.Visibility;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds entries, newest first: a statement per page, whatever is asked. */
@Singleton
class Archive {
    private static final TypeReference<List<String>> CODES = new TypeReference<>() {};

    private final EntityManager entities;
    private final ObjectMapper json;

    Archive(EntityManager entities, ObjectMapper json) {
        this.entities = entities;
        this.json = json;
    }

    /** @param limit how many at most */
    @SuppressWarnings("unchecked")
    List<ArchiveEntry> find(ArchiveQuestion asked, Actor reader, Optional<Place> after, int limit) {
        var filter = Filter.of(asked, reader);
        after.ifPresent(place -> {
            filter.and("(r.recorded_at, r.id) < (cast(:recorded as timestamptz), :id)", "id", place.id());
            filter.parameters.put("recorded", place.sortKey());
        });
        List<Object[]> rows = filter.bind(entities.createNativeQuery(
                        """
                        select r.id, r.type, r.kind, r.number, r.title, r.charter, r.project, cast(r.departments as text),
                               r.recorded_at, r.record
                        from archive_entry r where\s""" + filter.sql() + " order by r.recorded_at desc, r.id desc limit :limit", Object[].class))
                .setParameter("limit", limit)
                .getResultList();
        return rows.stream().map(this::entry).toList();
    }

    long count(ArchiveQuestion asked, Actor reader) {
        var filter = Filter.of(asked, reader);
        return (Long) filter.bind(entities.createNativeQuery(
                        "select count(*) from archive_entry r where " + filter.sql(), Long.class))
                .getSingleResult();
    }

    private ArchiveEntry entry(Object[] row) {
        var type = ArchiveType.valueOf((String) row[1]);
        return new ArchiveEntry(
                (String) row[0],
                type,
                row[2] == null ? null : DocumentKind.valueOf((String) row[2]),
                (String) row[3],
                (String) row[4],
                (UUID) row[5],
                (String) row[6],
                codes((String) row[7]),
                (Instant) row[8],
                switch (type) {
                    case CHARTER -> "/v1/charters/" + row[9];
                    case DOCUMENT -> "/v1/documents/" + row[9];
                    case DECISION -> "/v1/charters/" + row[9] + "/decisions";
                });
    }

    private List<String> codes(String text) {
        try {
            return json.readValue(text, CODES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("departments that cannot be read", e);
        }
    }

    /** Conditions that all hold, with their parameters. */
    private static final class Filter {
        private final List<String> conditions = new ArrayList<>();
        private final Map<String, Object> parameters = new HashMap<>();

        static Filter of(ArchiveQuestion asked, Actor reader) {
            var sight = Visibility.of(reader);
            var filter = new Filter();
            filter.conditions.add(sight.condition());
            filter.parameters.putAll(sight.parameters());
            filter.and("r.words @@ websearch_to_tsquery('simple', :words)", "words", asked.words);
            filter.and("r.departments @> jsonb_build_array(cast(:department as text))", "department", asked.department);
            filter.and(
                    "r.project in (select e.project from engagement e where e.vendor = :vendor)",
                    "vendor",
                    asked.vendor);
            filter.and("r.type = :type", "type", asked.type == null ? null : asked.type.name());
            filter.and("r.kind = :kind", "kind", asked.kind == null ? null : asked.kind.name());
            return filter;
        }

        /** Holds whatever it is where nothing was asked. */
        void and(String condition, String name, @Nullable Object value) {
            if (value != null) {
                conditions.add(condition);
                parameters.put(name, value);
            }
        }

        String sql() {
            return String.join(" and ", conditions);
        }

        Query bind(Query query) {
            parameters.forEach(query::setParameter);
            return query;
        }
    }
}
