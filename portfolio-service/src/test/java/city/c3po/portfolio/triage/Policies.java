package city.c3po.portfolio.triage;

import city.c3po.platform.actor.Actor;
import java.time.Instant;

/** Policies for the tests of other packages. */
public final class Policies {
    private Policies() {}

    /** The city's own, in force. */
    public static TriagePolicy inTheMix() {
        var policy = FirstTriagePolicy.policy();
        policy.adoptedByTheCity(FirstTriagePolicy.SOURCE, Instant.parse("2021-02-04T20:00:00Z"));
        return policy;
    }

    static TriagePolicy draftedBy(Actor author, TriagePolicyText text) {
        var policy = new TriagePolicy(text, 2026);
        policy.draft(author, Instant.parse("2026-01-05T17:00:00Z"));
        return policy;
    }
}
