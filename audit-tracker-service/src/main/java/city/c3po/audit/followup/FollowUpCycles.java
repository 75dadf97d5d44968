package city.c3po.audit.followup;

import static city.c3po.audit.followup.CycleRule.LEDGER_BALANCES;
import static city.c3po.audit.followup.CycleRule.NOTHING_UNDER_WAY;
import static city.c3po.audit.followup.CycleRule.ONE_CYCLE_AT_A_TIME;

import city.c3po.audit.known.CityDays;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Journal;
import city.c3po.platform.rule.Seen;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The follow-up cycles. */
@Singleton
class FollowUpCycles extends Aggregates<FollowUpCycle, UUID, CycleAction> {
    private final Snapshot snapshot;
    private final CityDays days;

    FollowUpCycles(EntityManager entities, Journal journal, Snapshot snapshot, CityDays days) {
        super(FollowUpCycle.class, entities, journal);
        this.snapshot = snapshot;
        this.days = days;
    }

    FollowUpCycle open(Actor by, NewCycle said) {
        var at = days.now();
        var fresh = new FollowUpCycle(by, said, former(said.body()), days.today(), at);
        entities()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:name, 0))", Integer.class)
                .setParameter("name", "follow-up/" + said.body())
                .getResultList();
        List<?> open = entities()
                .createNativeQuery(
                        "select number from follow_up_cycle where body = :body and state in ('OPEN', 'COLLECTING', 'VERIFYING')",
                        String.class)
                .setParameter("body", said.body())
                .getResultList();
        ONE_CYCLE_AT_A_TIME.require(open.isEmpty(), Map.of("open", open));
        return add(fresh, by, cycle -> cycle.open(at));
    }

    FollowUpCycle.@Nullable Former former(String body) {
        List<FollowUpCycle> found = entities()
                .createQuery(
                        "from FollowUpCycle where body = :body and state in (FROZEN, PUBLISHED) order by asOf desc",
                        FollowUpCycle.class)
                .setParameter("body", body)
                .setMaxResults(1)
                .getResultList();
        return found.isEmpty() ? null : found.getFirst().asFormer();
    }

    FollowUpCycle startCollecting(UUID id, Actor by, Seen seen) {
        return change(id, by, seen, CycleAction.START_COLLECTING, cycle -> cycle.startCollecting(by, days.now()));
    }

    FollowUpCycle startVerifying(UUID id, Actor by, Seen seen) {
        return change(id, by, seen, CycleAction.START_VERIFYING, cycle -> cycle.startVerifying(by, days.now()));
    }

    FollowUpCycle publish(UUID id, Actor by, Seen seen) {
        return change(id, by, seen, CycleAction.PUBLISH, cycle -> cycle.publish(by, days.now()));
    }

    /** All in one transaction: a ledger that does not balance leaves nothing behind. */
    FollowUpCycle freeze(UUID id, Actor by, Seen seen) {
        return change(id, by, seen, CycleAction.FREEZE, cycle -> {
            cycle.requireFreezable(by);
            var underWay = snapshot.underWay(cycle.body());
            NOTHING_UNDER_WAY.require(underWay.isEmpty(), Map.of("subjects", underWay));
            long last = snapshot.take(cycle.id(), cycle.body(), former(cycle.body()));
            var broken = snapshot.broken(cycle.id());
            var ledger = snapshot.ledger(cycle.id());
            LEDGER_BALANCES.require(broken.isEmpty() && ledger.balanced(), Map.of("subjects", broken));
            return cycle.freeze(by, ledger, snapshot.measures(cycle.body(), cycle.asOf()), last, days.now());
        });
    }
}
