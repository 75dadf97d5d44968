package city.c3po.portfolio.benefit;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Journal;
import city.c3po.platform.rule.Seen;
import city.c3po.portfolio.project.ProjectFacts;
import city.c3po.portfolio.project.ProjectParts;
import city.c3po.portfolio.project.Projects;
import city.c3po.portfolio.reference.CityDay;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The benefits. */
@Singleton
public class Benefits extends ProjectParts<Benefit, BenefitAction> {
    private final Projects projects;
    private final ProjectFacts facts;
    private final CityDay day;

    Benefits(EntityManager entities, Journal journal, Projects projects, ProjectFacts facts, CityDay day) {
        super(Benefit.class, entities, journal);
        this.projects = projects;
        this.facts = facts;
        this.day = day;
    }

    Benefit promise(UUID project, Actor by, BenefitText text, Instant at) {
        var owner = projects.get(project, by);
        return add(new Benefit(owner, text, day.of(at).getYear(), at), by, benefit -> benefit.promise(by, at));
    }

    /** A reading far off the course makes the project owe a special report. */
    Benefit readOff(UUID project, UUID id, Actor by, Seen seen, ReadingSaid said, Instant at) {
        var read = change(
                project,
                id,
                by,
                seen,
                BenefitAction.READ_OFF,
                benefit -> benefit.readOff(by, said.day(), said.value(), said.comment(), day.of(at), at));
        var owner = read.project();
        if (owner.isOpen() && owner.baseline() != null && Course.isFar(off(read))) {
            facts.offCourse(
                    project, List.of("The benefit %s is 10 %% or more off its course.".formatted(read.number())), at);
        }
        return read;
    }

    public BenefitStanding standing(UUID project) {
        var tracked = entities()
                .createQuery(
                        "from Benefit where project.id = :project and state = TRACKED order by createdAt, id",
                        Benefit.class)
                .setParameter("project", project)
                .getResultList();
        var measured = tracked.stream().filter(benefit -> off(benefit) != null).toList();
        var farthest = measured.stream()
                .max(Comparator.comparing(
                        benefit -> Objects.requireNonNull(off(benefit)).abs()))
                .orElse(null);
        return new BenefitStanding(
                tracked.size(),
                measured.size(),
                farthest == null ? null : farthest.number(),
                farthest == null ? null : off(farthest));
    }

    private @Nullable BigDecimal off(Benefit benefit) {
        return benefit.off(day.of(benefit.createdAt()));
    }
}
