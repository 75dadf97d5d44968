package city.c3po.portfolio.initiative;

import city.c3po.platform.value.Reference;
import city.c3po.portfolio.lesson.Lessons;
import city.c3po.portfolio.reference.CityDay;
import city.c3po.portfolio.triage.Aggregation;
import city.c3po.portfolio.triage.Splitting;
import city.c3po.portfolio.triage.TriagePolicies;
import city.c3po.portfolio.triage.TriagePolicy;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Looks around in the database. */
@Singleton
class InitiativeSurroundings {
    private static final int SUGGESTED = 5;

    private final EntityManager entities;
    private final TriagePolicies policies;
    private final Splitting splitting;
    private final Lessons lessons;
    private final CityDay day;

    InitiativeSurroundings(
            EntityManager entities, TriagePolicies policies, Splitting splitting, Lessons lessons, CityDay day) {
        this.entities = entities;
        this.policies = policies;
        this.splitting = splitting;
        this.lessons = lessons;
        this.day = day;
    }

    Surroundings at(Instant at) {
        var today = day.of(at);
        return new Surroundings() {
            @Override
            public TriagePolicy policy() {
                return policies.inForce(today);
            }

            @Override
            public Optional<Aggregation> together(Initiative initiative, TriagePolicy policy) {
                var said = initiative.proposal();
                var shape = new Splitting.Shape(
                        initiative.id(),
                        said.sponsoringDepartment(),
                        said.vendor(),
                        said.product(),
                        said.fundingLine(),
                        said.cost().knownLikely(policy.costLine().currency()));
                return splitting.together(shape, policy, today);
            }

            @Override
            public List<SimilarInitiative> similar(Initiative initiative) {
                return similarTo(initiative);
            }

            @Override
            public List<Reference> lessons(List<String> tags) {
                return lessons.matching(tags);
            }
        };
    }

    /** By trigrams of title and problem, found by their indexes; what came to nothing is no suggestion. */
    private List<SimilarInitiative> similarTo(Initiative initiative) {
        var problem = initiative.proposal().why().problem();
        return entities.unwrap(Session.class)
                .createNativeQuery(
                        "select id, number, likeness from initiatives_like(:title, :problem, :id, :limit)", Tuple.class)
                .setParameter("title", initiative.proposal().title())
                .setParameter("problem", problem == null ? "" : problem)
                .setParameter("id", initiative.id())
                .setParameter("limit", SUGGESTED)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .map(row -> {
                    var id = row.get("id", UUID.class).toString();
                    var other =
                            new Reference("initiative", id, row.get("number", String.class), "/v1/initiatives/" + id);
                    var likeness =
                            BigDecimal.valueOf(row.get("likeness", Number.class).doubleValue());
                    return new SimilarInitiative(other, likeness.setScale(4, RoundingMode.HALF_UP));
                })
                .toList();
    }
}
