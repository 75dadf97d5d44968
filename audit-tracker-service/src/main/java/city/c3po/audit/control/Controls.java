package city.c3po.audit.control;

import static city.c3po.audit.control.ControlRule.ONE_MEASURE_EACH;
import static city.c3po.audit.control.ControlRule.OPEN_ONLY;
import static city.c3po.audit.control.ControlRule.SUPPORTED_KNOWN;

import city.c3po.audit.known.CityDays;
import city.c3po.audit.known.Watch;
import city.c3po.audit.recommendation.Recommendation;
import city.c3po.audit.recommendation.Recommendations;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Journal;
import city.c3po.platform.rule.Convention;
import city.c3po.platform.rule.RuleViolation;
import city.c3po.platform.rule.Seen;
import city.c3po.platform.value.Reference;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The controls; what changes of a measure goes with the recommendations that it supports, in one transaction. */
@Singleton
class Controls extends Aggregates<Control, String, ControlAction> {
    private final Recommendations recommendations;
    private final CityDays days;

    Controls(EntityManager entities, Journal journal, Recommendations recommendations, CityDays days) {
        super(Control.class, entities, journal);
        this.recommendations = recommendations;
        this.days = days;
    }

    /** Those that come with the service and are not there yet. */
    void establish() {
        entities()
                .createNativeQuery(
                        "select 1 from pg_advisory_xact_lock(hashtextextended('controls', 0))", Integer.class)
                .getResultList();
        var at = days.now();
        for (var definition : BuiltIn.values()) {
            if (entities().find(Control.class, definition.key()) == null) {
                add(new Control(definition, at), Watch.WATCH, control -> control.establish(at));
            }
        }
    }

    Control setTarget(String id, Actor by, Seen seen, BigDecimal target) {
        var control = edit(id, by, seen, ControlAction.SET_TARGET, one -> one.setTarget(by, target, days.now()));
        tell(control);
        return control;
    }

    /** @param wanted recommendations with the keys of their elements; all where none are named */
    Control support(String id, Actor by, Seen seen, Map<UUID, List<String>> wanted) {
        var former = new ArrayList<UUID>();
        var control = edit(id, by, seen, ControlAction.NAME_ELEMENTS, one -> {
            former.addAll(one.recommendations());
            var supports = wanted.entrySet().stream()
                    .map(entry -> supported(one, entry.getKey(), entry.getValue(), by))
                    .toList();
            return one.support(by, supports, days.now());
        });
        former.removeAll(control.recommendations());
        former.forEach(gone -> recommendations.unmeasured(gone, control.id()));
        tell(control);
        return control;
    }

    private Support supported(Control control, UUID id, List<String> elements, Actor by) {
        var of = recommendation(id, by);
        var unknown = new HashSet<>(elements);
        unknown.removeAll(of.elementKeys());
        SUPPORTED_KNOWN.require(unknown.isEmpty(), Map.of("unknown", unknown));
        OPEN_ONLY.require(!of.secret(), Map.of("confidential", List.of(id)));
        var others = measuring(id).stream()
                .filter(other -> !other.equals(control.id()))
                .toList();
        ONE_MEASURE_EACH.require(others.isEmpty(), Map.of("control", others));
        return new Support(
                new Reference("recommendation", id.toString(), of.number(), of.href()),
                of.body(),
                elements.isEmpty()
                        ? of.elementKeys()
                        : elements.stream().distinct().sorted().toList());
    }

    private Recommendation recommendation(UUID id, Actor by) {
        try {
            return recommendations.get(id, by);
        } catch (RuleViolation absent) {
            throw absent.rule() == Convention.NOT_FOUND
                    ? SUPPORTED_KNOWN.violated(Map.of("unknown", List.of(id)))
                    : absent;
        }
    }

    /** The controls that measure a recommendation. */
    private List<String> measuring(UUID recommendation) {
        List<?> found = entities()
                .createNativeQuery(
                        "select id from control where supports @> cast(:one as jsonb) order by id", String.class)
                .setParameter("one", "[{\"recommendation\": {\"id\": \"" + recommendation + "\"}}]")
                .getResultList();
        return found.stream().map(String.class::cast).toList();
    }

    void measure(String id, BigDecimal numerator, long denominator) {
        tell(edit(
                id,
                Watch.WATCH,
                Seen.whatever(),
                ControlAction.MEASURE,
                one -> one.measure(Watch.WATCH, numerator, denominator, days.now())));
    }

    /** A month is over: noted, and where it is the second one below target after a verdict, a regression is proposed. */
    void close(String id, YearMonth month) {
        var control = edit(
                id,
                Watch.WATCH,
                Seen.whatever(),
                ControlAction.MEASURE,
                one -> one.close(Watch.WATCH, month, days.now()));
        control.recommendations()
                .forEach(of -> recommendations.proposeRegression(of, control.id(), control::belowForTwoPeriods));
    }

    private void tell(Control control) {
        for (var support : control.supports()) {
            var recommendation = UUID.fromString(support.recommendation().id());
            control.evidence(support).ifPresent(measured -> recommendations.measured(recommendation, measured));
        }
    }

    /** Where nobody said what a control supports, it is the built-in audit's recommendation of its number. */
    void attach(String audit) {
        List<?> waiting = entities()
                .createNativeQuery("""
                        select c.id, cast(r.id as text) from control c
                        join recommendation r on r.audit_code = :audit and r.ordinal = c.ordinal
                        where not c.attached and not r.confidential order by c.ordinal""", Object[].class)
                .setParameter("audit", audit)
                .getResultList();
        for (var row : waiting) {
            var found = (Object[]) row;
            support(
                    (String) found[0],
                    Watch.WATCH,
                    Seen.whatever(),
                    Map.of(UUID.fromString((String) found[1]), List.of()));
        }
    }
}
