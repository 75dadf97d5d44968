package city.c3po.portfolio.triage;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.value.Money;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;

/**
 * The city's own policy, as it told its committee. It is adopted when the service starts on an empty database, so that
 * the first initiative can be triaged; a migration could not journal it.
 */
@Singleton
class FirstTriagePolicy {
    static final String SOURCE = "City Portfolio-Products-Projects Management Report to the Smart Cities and Service"
            + " Improvements Committee, 4 February 2021: \"C3PO in the Mix\"";

    private final TriagePolicies policies;
    private final InstantSource clock;

    FirstTriagePolicy(TriagePolicies policies, InstantSource clock) {
        this.policies = policies;
        this.clock = clock;
    }

    @Transactional
    void adopt(@Observes StartupEvent started) {
        policies.awaitTurn();
        if (policies.none()) {
            policies.add(policy(), Actor.SYSTEM, policy -> policy.adoptedByTheCity(SOURCE, clock.instant()));
        }
    }

    /** More than $500,000, more than one department, more than a year, high profile or sensitive. */
    static TriagePolicy policy() {
        var text = new TriagePolicyText(
                "C3PO in the mix",
                SOURCE,
                LocalDate.of(2021, 2, 4),
                new Thresholds(Money.of("500000.00"), 1, 12, List.of(ProfileFlag.values())));
        return new TriagePolicy(text, 2021);
    }
}
