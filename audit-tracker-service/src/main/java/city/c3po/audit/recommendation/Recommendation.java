package city.c3po.audit.recommendation;

import static city.c3po.audit.recommendation.RecommendationRule.BACKWARDS_LEAVES_OUT;
import static city.c3po.audit.recommendation.RecommendationRule.EVIDENCE_FOR_BACKWARDS;
import static city.c3po.audit.recommendation.RecommendationRule.KNOWN_ELEMENT;
import static city.c3po.audit.recommendation.RecommendationRule.LINK_ONCE;
import static city.c3po.audit.recommendation.RecommendationRule.LINK_TO_ANOTHER;
import static city.c3po.audit.recommendation.RecommendationRule.NEW_ELEMENTS;
import static city.c3po.audit.recommendation.RecommendationRule.RISK_ACCEPTED;
import static city.c3po.audit.recommendation.RecommendationRule.SUPERSEDED_BY_ANOTHER;

import city.c3po.audit.audit.Addendum;
import city.c3po.audit.audit.Audit;
import city.c3po.audit.audit.Finding;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.value.Reference;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A recommendation with the issuing body's part: it verifies, closes, and goes back where it must. */
@Entity
public class Recommendation extends Sustained {
    protected Recommendation() {}

    Recommendation(Actor by, Audit audit, Finding finding, NewRecommendation said, int ordinal, Instant at) {
        super(by, audit, finding, said, ordinal, at);
        if (said.targetDate() != null) {
            target(said.targetDate());
        }
    }

    List<RecommendationEvent> issue(Instant at) {
        return List.of(new RecommendationEvent.Issued(audit(), issued(), secret(), at));
    }

    /** What a verification must know before it begins. */
    public void requireVerifiable(Actor by) {
        guard(by, RecommendationAction.VERIFY);
    }

    /**
     * @param verified the elements that the verdict finds met; an ACCEPTED one names at least one that is new
     * @param override where the auditor says another status than the elements do
     */
    List<RecommendationEvent> verify(
            Actor by,
            UUID verification,
            Verdict verdict,
            Collection<String> verified,
            @Nullable VerifiedStatus override,
            LocalDate today,
            Instant at) {
        guard(by, RecommendationAction.VERIFY);
        requireKnown(verified);
        var from = verifiedStatus;
        if (verdict == Verdict.ACCEPTED) {
            var after = elements.stream()
                    .map(element -> verified.contains(element.key()) ? element.withVerified(true) : element)
                    .toList();
            NEW_ELEMENTS.require(!after.equals(elements) || (override != null && override != from));
            elements = after;
            become(override == null ? VerifiedStatus.of(after) : override, today);
        }
        return List.of(new RecommendationEvent.Verified(
                verification, verdict, List.copyOf(verified), from, verifiedStatus, override != null, at));
    }

    List<RecommendationEvent> close(Actor by, Closure why, LocalDate today, Instant at) {
        guard(by, RecommendationAction.CLOSE);
        var risk = why.riskAcceptance();
        RISK_ACCEPTED.require(!why.reason().bearsRisk()
                || (risk != null && risk.statement() != null && risk.reviewOn().isAfter(today)));
        SUPERSEDED_BY_ANOTHER.require((why.reason() == Closure.Reason.SUPERSEDED)
                == (why.supersededBy() != null && !why.supersededBy().equals(id())));
        var from = verifiedStatus;
        closure = why;
        become(VerifiedStatus.CLOSED_NOT_IMPLEMENTED, today);
        return List.of(new RecommendationEvent.Closed(why.reason(), from, why.text(), at));
    }

    /**
     * The only way back.
     *
     * @param stillMet the elements that are met nevertheless
     * @param evidence of what is no longer so; it belongs to this recommendation
     */
    List<RecommendationEvent> reopen(
            Actor by,
            Collection<String> stillMet,
            Collection<UUID> evidence,
            String reason,
            LocalDate today,
            Instant at) {
        guard(by, RecommendationAction.REOPEN);
        requireKnown(stillMet);
        EVIDENCE_FOR_BACKWARDS.require(!evidence.isEmpty());
        var from = verifiedStatus;
        var after = elements.stream()
                .map(element -> element.withVerified(element.verified() && stillMet.contains(element.key())))
                .toList();
        var to = VerifiedStatus.of(after);
        BACKWARDS_LEAVES_OUT.require(to.open() && (from != VerifiedStatus.PARTLY_IMPLEMENTED || to != from));
        elements = after;
        closure = null;
        become(to, today);
        var proof = evidence.stream().distinct().sorted().toList();
        if (from == VerifiedStatus.IMPLEMENTED) {
            backwards = Backwards.REGRESSED;
            return List.of(new RecommendationEvent.Regressed(to, proof, reason, at));
        }
        if (from == VerifiedStatus.CLOSED_NOT_IMPLEMENTED) {
            backwards = Backwards.REOPENED;
        }
        return List.of(new RecommendationEvent.Reopened(from, to, proof, reason, at));
    }

    private void become(VerifiedStatus next, LocalDate today) {
        if (next != verifiedStatus && !verifiedStatus.next().contains(next)) {
            throw new IllegalStateException(verifiedStatus + " does not become " + next);
        }
        verifiedStatus = next;
        implementedOn = next == VerifiedStatus.IMPLEMENTED ? today : null;
        closedOn = next == VerifiedStatus.CLOSED_NOT_IMPLEMENTED ? today : null;
        regression = null;
        plan(next == VerifiedStatus.IMPLEMENTED ? Sustainment.after(today) : List.of());
        if (!next.open()) {
            backwards = null;
        }
    }

    private void requireKnown(Collection<String> keys) {
        var unknown = new HashSet<>(keys);
        elements.forEach(element -> unknown.remove(element.key()));
        KNOWN_ELEMENT.require(unknown.isEmpty(), Map.of("unknown", unknown));
    }

    List<RecommendationEvent> add(Actor by, String text, Instant at) {
        guard(by, RecommendationAction.ADD_ADDENDUM);
        addenda = and(addenda, new Addendum(text, by.sub(), at));
        return List.of(new RecommendationEvent.AddendumAdded(at));
    }

    List<RecommendationEvent> link(Actor by, Link.Type type, Recommendation other, Instant at) {
        guard(by, RecommendationAction.LINK);
        LINK_TO_ANOTHER.require(!other.id().equals(id()));
        var link = new Link(type, new Reference("recommendation", other.id().toString(), other.number(), other.href()));
        LINK_ONCE.require(!links.contains(link));
        links = and(links, link);
        return List.of(new RecommendationEvent.Linked(link, at));
    }

    /** Days between the original target and the one that holds. */
    int slipDays() {
        return originalTarget == null
                ? 0
                : (int) ChronoUnit.DAYS.between(originalTarget, Objects.requireNonNull(currentTarget));
    }

    int extended() {
        return (int) extensions.stream()
                .filter(extension -> extension.decision() == Extension.Decision.GRANTED)
                .count();
    }

    /** Days since the current target passed, while somebody still has to do it. */
    int overdueDays(LocalDate today) {
        var target = currentTarget;
        return target == null || !verifiedStatus.open() || !target.isBefore(today)
                ? 0
                : (int) ChronoUnit.DAYS.between(target, today);
    }

    int progress() {
        return plan().progress(verifiedStatus == VerifiedStatus.IMPLEMENTED);
    }

    /** Before evidence is added. */
    public void requireEvidence(Actor by) {
        guard(by, RecommendationAction.ADD_EVIDENCE);
    }

    public List<String> elementKeys() {
        return elements.stream().map(Element::key).toList();
    }

    public @Nullable LivingEvidence evidence() {
        return evidence;
    }

    public VerifiedStatus verifiedStatus() {
        return verifiedStatus;
    }

    @Override
    protected RecommendationView state() {
        return RecommendationView.of(this, null, null);
    }
}
