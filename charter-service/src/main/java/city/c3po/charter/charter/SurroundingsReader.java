package city.c3po.charter.charter;

import city.c3po.charter.project.CityDays;
import city.c3po.charter.template.DocumentKind;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Reads what a charter's completeness asks of other records: a statement per table, however many there are. */
@Singleton
public class SurroundingsReader {
    private final EntityManager entities;
    private final CityDays days;

    SurroundingsReader(EntityManager entities, CityDays days) {
        this.entities = entities;
        this.days = days;
    }

    public Surroundings of(UUID charter, String project, Instant at) {
        return new Surroundings(
                documents(charter), engagements(project), days.calendar().dateOf(at));
    }

    @SuppressWarnings("unchecked")
    private List<Surroundings.Registered> documents(UUID charter) {
        List<Object[]> rows = entities.createNativeQuery(
                        "select cast(id as text), kind, edition, sha256 from document where charter = :charter and withdrawn_at is null and (link is not null or edition > 0) order by id",
                        Object[].class)
                .setParameter("charter", charter)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
        return rows.stream()
                .map(row -> new Surroundings.Registered(
                        (String) row[0], DocumentKind.valueOf((String) row[1]), ((Number) row[2]).intValue(), (String)
                                row[3]))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<Surroundings.Engaged> engagements(String project) {
        List<Object[]> rows = entities.createNativeQuery("""
                        select number, cast(solicited_on as text), jsonb_array_length(positions),
                               (select count(*) from jsonb_array_elements(positions) p
                                where p ->> 'nameBy' is null
                                  and not exists (select from jsonb_array_elements(p -> 'nominees') n
                                                  where n ->> 'state' in ('APPROVED', 'ACTIVE')))
                        from engagement where project = :project order by number""", Object[].class)
                .setParameter("project", project)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
        return rows.stream()
                .map(row -> new Surroundings.Engaged(
                        (String) row[0],
                        row[1] == null ? null : LocalDate.parse((String) row[1]),
                        ((Number) row[2]).intValue(),
                        ((Number) row[3]).intValue()))
                .toList();
    }
}
