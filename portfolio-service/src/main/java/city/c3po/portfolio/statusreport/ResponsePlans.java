package city.c3po.portfolio.statusreport;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Journal;
import city.c3po.portfolio.project.ProjectParts;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;

/** The response plans. */
@Singleton
class ResponsePlans extends ProjectParts<ResponsePlan, ResponsePlanAction> {
    ResponsePlans(EntityManager entities, Journal journal) {
        super(ResponsePlan.class, entities, journal);
    }

    ResponsePlan open(StatusReport report, Actor by, StatusText.PlanSaid said, Instant at) {
        return add(new ResponsePlan(report, said, at), by, plan -> plan.open(at));
    }

    boolean anyOpen(UUID project) {
        return entities()
                        .createQuery(
                                "select count(*) from ResponsePlan where project.id = :project and state = OPEN",
                                Long.class)
                        .setParameter("project", project)
                        .getSingleResult()
                > 0;
    }
}
