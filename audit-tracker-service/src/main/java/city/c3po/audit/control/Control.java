package city.c3po.audit.control;

import static city.c3po.audit.control.ControlRule.ISSUER_SETS;
import static city.c3po.audit.control.ControlRule.NAMED_ONCE;

import city.c3po.audit.recommendation.LivingEvidence;
import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Aggregate;
import city.c3po.platform.value.Ratio;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A control: what it measures is built in; its target and the elements that it supports are the issuing body's to say. */
@Entity
public class Control extends Aggregate<ControlAction> {
    /** As many months as a reader compares. */
    private static final int KEPT_MONTHS = 24;

    @Id
    private String id;

    @Column(updatable = false)
    private int ordinal;

    private BigDecimal target;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Support> supports = List.of();

    private boolean attached;
    private @Nullable BigDecimal numerator;
    private @Nullable Long denominator;
    private @Nullable Instant measuredAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Period> periods = List.of();

    @Column(updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Control() {}

    Control(BuiltIn definition, Instant at) {
        this.id = definition.key();
        this.ordinal = definition.recommendation();
        this.target = definition.target();
        this.createdAt = at;
    }

    List<ControlEvent> establish(Instant at) {
        return List.of(new ControlEvent.Established(ordinal, at));
    }

    List<ControlEvent> setTarget(Actor by, BigDecimal wanted, Instant at) {
        guard(by, ControlAction.SET_TARGET);
        var to = wanted.setScale(Ratio.PLACES);
        if (to.compareTo(target) == 0) {
            return List.of();
        }
        var from = target;
        target = to;
        return List.of(new ControlEvent.TargetSet(from, to, at));
    }

    List<ControlEvent> support(Actor by, List<Support> wanted, Instant at) {
        guard(by, ControlAction.NAME_ELEMENTS);
        ISSUER_SETS.require(by.is(Actor.SYSTEM.sub())
                || wanted.stream().allMatch(one -> by.bodies().contains(one.body())));
        var ids = ids(wanted);
        NAMED_ONCE.require(ids.stream().distinct().count() == ids.size());
        if (attached && wanted.equals(supports)) {
            return List.of();
        }
        supports = wanted;
        attached = true;
        return List.of(new ControlEvent.ElementsNamed(ids, at));
    }

    /** Only when it is another one. */
    List<ControlEvent> measure(Actor by, BigDecimal sum, long of, Instant at) {
        guard(by, ControlAction.MEASURE);
        if (numerator != null && numerator.compareTo(sum) == 0 && denominator == of) {
            return List.of();
        }
        numerator = sum;
        denominator = of;
        measuredAt = at;
        return List.of(new ControlEvent.Measured(LivingEvidence.plain(sum), of, value().value(), target, at));
    }

    /** Once for each month that is over; one that nobody looked at is not made up later. */
    List<ControlEvent> close(Actor by, YearMonth month, Instant at) {
        guard(by, ControlAction.MEASURE);
        if (periods.stream().anyMatch(period -> period.month().equals(month.toString()))) {
            return List.of();
        }
        var value = value().value();
        var period = new Period(month.toString(), value, target, value != null && value.compareTo(target) < 0);
        var kept = Stream.concat(periods.stream(), Stream.of(period)).toList();
        periods = kept.subList(Math.max(0, kept.size() - KEPT_MONTHS), kept.size());
        return List.of(new ControlEvent.PeriodClosed(period, at));
    }

    /**
     * The last two whole months after a verdict, if the measure was below target in both.
     *
     * @param since the day of the verdict
     */
    Optional<List<String>> belowForTwoPeriods(LocalDate since) {
        if (periods.size() < 2) {
            return Optional.empty();
        }
        var last = periods.subList(periods.size() - 2, periods.size());
        var first = YearMonth.parse(last.getFirst().month());
        boolean consecutive =
                first.plusMonths(1).toString().equals(last.getLast().month());
        return consecutive && !first.atDay(1).isBefore(since) && last.stream().allMatch(Period::below)
                ? Optional.of(last.stream().map(Period::month).toList())
                : Optional.empty();
    }

    /** The measure as a recommendation carries it; absent before the first one. */
    Optional<LivingEvidence> evidence(Support support) {
        return measuredAt == null
                ? Optional.empty()
                : Optional.of(new LivingEvidence(
                        definition().title(),
                        id,
                        new LivingEvidence.Measure(
                                LivingEvidence.plain(Objects.requireNonNull(numerator)),
                                Objects.requireNonNull(denominator),
                                value().value(),
                                target),
                        support.elements(),
                        measuredAt));
    }

    Ratio value() {
        return Ratio.of(numerator, denominator == null ? null : BigDecimal.valueOf(denominator));
    }

    private static List<UUID> ids(List<Support> supports) {
        return supports.stream()
                .map(one -> UUID.fromString(one.recommendation().id()))
                .toList();
    }

    List<UUID> recommendations() {
        return ids(supports);
    }

    BuiltIn definition() {
        return BuiltIn.of(id);
    }

    String href() {
        return "/v1/controls/" + id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    protected Access access() {
        return Access.ANY_ROLE;
    }

    @Override
    protected ControlView state() {
        return ControlView.of(this, null);
    }

    @Override
    protected Set<ControlAction> actions() {
        return EnumSet.of(ControlAction.SET_TARGET, ControlAction.NAME_ELEMENTS);
    }

    @Override
    protected boolean possible(ControlAction action) {
        return true;
    }

    @Override
    protected void permits(Actor by, ControlAction action) {
        boolean itself = by.is(Actor.SYSTEM.sub());
        switch (action) {
            case SET_TARGET, NAME_ELEMENTS ->
                ISSUER_SETS.require(itself
                        || by.has(Roles.AUDITOR)
                                && supports.stream().allMatch(one -> by.bodies().contains(one.body())));
            case MEASURE -> ISSUER_SETS.require(itself);
        }
    }

    int ordinal() {
        return ordinal;
    }

    BigDecimal target() {
        return target;
    }

    List<Support> supports() {
        return supports;
    }

    @Nullable BigDecimal numerator() {
        return numerator;
    }

    @Nullable Long denominator() {
        return denominator;
    }

    @Nullable Instant measuredAt() {
        return measuredAt;
    }

    List<Period> periods() {
        return periods;
    }
}
