package city.c3po.charter;

import city.c3po.charter.engagement.KeyStaffWatch;
import city.c3po.charter.signing.CeremonyDeadlines;
import city.c3po.testing.WithInfra;
import city.c3po.testing.contract.JournalCheck;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;

@QuarkusTest
@WithInfra(value = "charter", consumes = "portfolio")
class CharterEventTest extends JournalCheck {
    private static final Map<String, String> FAMILIES = Map.of(
            "charter", "charter.Charter",
            "charterTemplate", "template.CharterTemplate",
            "signOff", "signing.SignOff",
            "signingAttempt", "signing.SigningAttempt",
            "delegation", "signing.Delegation",
            "document", "document.Document",
            "engagement", "engagement.Engagement",
            "evaluation", "evaluation.Evaluation");

    @Inject
    CeremonyDeadlines deadlines;

    @Inject
    KeyStaffWatch watch;

    @Override
    protected String key() {
        return "charter";
    }

    @Override
    protected Collection<String> emittedTypes() {
        return FAMILIES.entrySet().stream()
                .flatMap(family -> facts("city.c3po.charter." + family.getValue() + "Event", family.getKey()).stream())
                .toList();
    }

    @Override
    protected void tellEverything() {
        Story.tell(deadlines, watch);
    }
}
