package city.c3po.charter.acceptance;

import static city.c3po.charter.acceptance.AcceptanceRule.ACTUALS_WITH_EVIDENCE;
import static city.c3po.charter.acceptance.AcceptanceRule.EVERY_CRITERION_ASSESSED;
import static city.c3po.charter.acceptance.AcceptanceRule.KNOWN_PLACE;

import city.c3po.charter.charter.Acceptance;
import city.c3po.charter.charter.Assessment;
import city.c3po.charter.charter.Charter;
import city.c3po.charter.charter.CharterAction;
import city.c3po.charter.charter.CharterContent;
import city.c3po.charter.charter.Charters;
import city.c3po.charter.charter.Frozen;
import city.c3po.charter.charter.Product;
import city.c3po.charter.project.Projects;
import city.c3po.charter.signing.Ceremony;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.rule.Convention;
import city.c3po.platform.rule.Seen;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the statement of what was delivered, and has it signed. */
@Singleton
class Deliveries {
    private final Charters charters;
    private final Projects projects;
    private final Ceremony ceremony;
    private final ObjectMapper lenient;

    Deliveries(Charters charters, Projects projects, Ceremony ceremony, ObjectMapper json) {
        this.charters = charters;
        this.projects = projects;
        this.ceremony = ceremony;
        // A canonical text may have members that today's content has lost.
        this.lenient = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** As it would be signed now; 404 before an acceptance was started. */
    DeliveryStatement statement(Charter charter, Acceptance.@Nullable Actuals actuals) {
        Convention.NOT_FOUND.require(!charter.attempts().all().isEmpty());
        return DeliveryStatement.of(
                charter,
                original(charter),
                projects.find(charter.project().id()),
                actuals == null ? charter.attempts().last().actuals() : actuals);
    }

    Charter state(UUID id, Actor by, Seen seen, Acceptance.@Nullable Actuals actuals, Instant at) {
        var stated = charters.change(id, by, seen, CharterAction.STATE_DELIVERY, charter -> {
            charter.requirePossible(by, CharterAction.STATE_DELIVERY);
            requireSound(charter, actuals);
            var statement = statement(charter, actuals);
            var frozen = charters.keep(
                    charter, Frozen.Kind.STATEMENT, charter.attempts().last().attempt(), statement, at);
            return charter.stateDelivery(by, actuals, frozen.hash(), ceremony.due(at), at);
        });
        return ceremony.ask(stated, by, at);
    }

    private static void requireSound(Charter charter, Acceptance.@Nullable Actuals actuals) {
        var assessed = charter.attempts().last().assessments().stream()
                .map(Assessment::criterion)
                .toList();
        var open = charter.wording()
                .content()
                .criteria()
                .map(Product.Criterion::key)
                .filter(key -> !assessed.contains(key))
                .toList();
        EVERY_CRITERION_ASSESSED.require(open.isEmpty(), Map.of("criteria", open));
        if (actuals == null) {
            return;
        }
        ACTUALS_WITH_EVIDENCE.require((actuals.cost() == null && actuals.finish() == null)
                || !actuals.evidence().isEmpty());
        requirePlaces(
                actuals.objectives(), charter.wording().content().objectives().size());
        requirePlaces(actuals.benefits(), charter.wording().content().benefits().size());
    }

    private static void requirePlaces(List<Acceptance.Measured> measured, int places) {
        KNOWN_PLACE.require(measured.stream().allMatch(value -> value.index() >= 0 && value.index() < places));
    }

    private CharterContent original(Charter charter) {
        var frozen = charters.frozenContent(charter.id(), charter.commitment().originalVersion());
        try {
            return lenient.treeToValue(lenient.readTree(frozen.canonical()).path("content"), CharterContent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a signed content cannot be read any more", e);
        }
    }
}
