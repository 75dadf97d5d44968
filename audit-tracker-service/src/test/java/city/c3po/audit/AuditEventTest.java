package city.c3po.audit;

import city.c3po.audit.control.ControlStory;
import city.c3po.audit.control.Measuring;
import city.c3po.audit.direction.DirectionStory;
import city.c3po.audit.direction.DirectionWatch;
import city.c3po.audit.known.CityDays;
import city.c3po.audit.recommendation.TimeWatch;
import city.c3po.testing.contract.JournalCheck;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;

/** What is really journalled is what the contracts promise. */
@QuarkusTest
@WithTestResource(TheServers.class)
class AuditEventTest extends JournalCheck {
    @Inject
    TimeWatch slips;

    @Inject
    Measuring measuring;

    @Inject
    DirectionWatch directions;

    @Inject
    CityDays days;

    @Override
    protected String key() {
        return "audit";
    }

    @Override
    protected Collection<String> emittedTypes() {
        var types = new ArrayList<String>();
        types.addAll(facts("city.c3po.audit.audit.AuditEvent", "audit"));
        types.addAll(facts("city.c3po.audit.audit.FindingEvent", "finding"));
        types.addAll(facts("city.c3po.audit.recommendation.RecommendationEvent", "recommendation"));
        types.addAll(facts("city.c3po.audit.evidence.EvidenceEvent", "evidence"));
        types.addAll(facts("city.c3po.audit.verification.VerificationEvent", "verification"));
        types.addAll(facts("city.c3po.audit.direction.DirectionEvent", "direction"));
        types.addAll(facts("city.c3po.audit.control.ControlEvent", "control"));
        types.addAll(facts("city.c3po.audit.followup.FollowUpCycleEvent", "followUpCycle"));
        return types;
    }

    @Override
    protected void tellEverything() {
        Story.tell(slips);
        ControlStory.tell(measuring, slips, days);
        DirectionStory.tell(directions, days);
    }
}
