package city.c3po.portfolio.benefit;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Journal;
import city.c3po.portfolio.project.ProjectParts;
import city.c3po.portfolio.project.Projects;
import city.c3po.portfolio.reference.CityDay;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;

/** The benefits. */
@Singleton
class Benefits extends ProjectParts<Benefit, BenefitAction> {
    private final Projects projects;
    private final CityDay day;

    Benefits(EntityManager entities, Journal journal, Projects projects, CityDay day) {
        super(Benefit.class, entities, journal);
        this.projects = projects;
        this.day = day;
    }

    Benefit promise(UUID project, Actor by, BenefitText text, Instant at) {
        var owner = projects.get(project, by);
        return add(new Benefit(owner, text, day.of(at).getYear(), at), by, benefit -> benefit.promise(by, at));
    }
}
