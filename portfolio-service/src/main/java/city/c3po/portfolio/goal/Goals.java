package city.c3po.portfolio.goal;

import static city.c3po.portfolio.goal.GoalRule.GOAL_ACTIVE;
import static city.c3po.portfolio.goal.GoalRule.KNOWN_GOAL;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Journal;
import city.c3po.platform.value.Reference;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The goals. */
@Singleton
public class Goals extends Aggregates<Goal, UUID, GoalAction> {
    Goals(EntityManager entities, Journal journal) {
        super(Goal.class, entities, journal);
    }

    /** The goal that an initiative is held against: there, and still pursued. */
    public Reference pursued(UUID id, Actor by) {
        var goal = Optional.ofNullable(entities().find(Goal.class, id))
                .filter(found -> found.access().visibleTo(by))
                .orElseThrow(KNOWN_GOAL::violated);
        GOAL_ACTIVE.require(goal.goalState() == GoalState.ACTIVE, Map.of("goal", goal.reference()));
        return goal.reference();
    }
}
