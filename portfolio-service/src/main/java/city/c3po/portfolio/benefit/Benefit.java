package city.c3po.portfolio.benefit;

import static city.c3po.portfolio.benefit.BenefitRule.BENEFIT_OWNER_OR_LEADER;
import static city.c3po.portfolio.benefit.BenefitRule.FEWER_READINGS;
import static city.c3po.portfolio.benefit.BenefitRule.MEASURED_ALREADY;
import static city.c3po.portfolio.benefit.BenefitRule.READINGS_IN_ORDER;
import static city.c3po.portfolio.benefit.BenefitRule.UNTIL_G6;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Uuid7;
import city.c3po.platform.value.Ratio;
import city.c3po.portfolio.project.GateName;
import city.c3po.portfolio.project.Project;
import city.c3po.portfolio.project.ProjectPart;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.generator.EventType;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What a project is for. Its owner reads it off, during the project and after it, until G6. */
@Entity
public class Benefit extends ProjectPart<BenefitAction> {
    private static final int MOST_READINGS = 500;

    @Id
    private UUID id;

    /** Written as {@code BEN-2026-}; the database appends the sequence's next number inside the insert. */
    @Generated(event = EventType.INSERT, writable = true)
    @ColumnTransformer(write = "numbered(?, nextval('benefit_number'))")
    @Column(updatable = false)
    private String number;

    @Enumerated(EnumType.STRING)
    private BenefitState state;

    @JdbcTypeCode(SqlTypes.JSON)
    private BenefitText text;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Reading> readings = List.of();

    /** Null where a unit has no price. */
    private @Nullable BigDecimal realised;

    private @Nullable String closure;

    @Column(updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Benefit() {}

    /** @param year of the number, in the city's calendar */
    Benefit(Project project, BenefitText text, int year, Instant at) {
        super(project);
        this.id = Uuid7.next();
        this.number = "BEN-" + year + "-";
        this.state = BenefitState.TRACKED;
        this.text = text;
        this.realised = Worth.realised(text, readings);
        this.createdAt = at;
    }

    List<BenefitEvent> promise(Actor by, Instant at) {
        requireLeader(by);
        text.requireSound(project().currency());
        return List.of(new BenefitEvent.Promised(text.title(), text.baseline(), text.target(), text.due(), at));
    }

    /** Saying the same again is no change. */
    List<BenefitEvent> edit(Actor by, BenefitText better, Instant at) {
        guard(by, BenefitAction.EDIT);
        better.requireSound(project().currency());
        MEASURED_ALREADY.require(readings.isEmpty() || better.measuresAs(text));
        if (better.equals(text)) {
            return List.of();
        }
        text = better;
        realised = Worth.realised(text, readings);
        return List.of(new BenefitEvent.Edited(at));
    }

    List<BenefitEvent> readOff(
            Actor by, LocalDate day, BigDecimal value, @Nullable String comment, LocalDate today, Instant at) {
        guard(by, BenefitAction.READ_OFF);
        var last = readings.isEmpty() ? null : readings.getLast().day();
        READINGS_IN_ORDER.require(
                !day.isAfter(today) && (last == null || day.isAfter(last)), Map.of("last", last == null ? "" : last));
        FEWER_READINGS.require(readings.size() < MOST_READINGS);
        readings = Stream.concat(readings.stream(), Stream.of(new Reading(day, value, comment, by.sub(), at)))
                .toList();
        realised = Worth.realised(text, readings);
        return List.of(new BenefitEvent.ReadOff(day, value, realised, at));
    }

    List<BenefitEvent> close(Actor by, String comment, Instant at) {
        guard(by, BenefitAction.CLOSE);
        UNTIL_G6.require(project().hasPassed(GateName.G6));
        if (!state.next().contains(BenefitState.CLOSED)) {
            throw new IllegalStateException(state + " does not close");
        }
        state = BenefitState.CLOSED;
        closure = comment;
        return List.of(new BenefitEvent.Closed(comment, at));
    }

    String href() {
        return project().href() + "/benefits/" + id;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    protected BenefitView state() {
        return BenefitView.of(this, null);
    }

    @Override
    protected Optional<BenefitState> lifecycle() {
        return Optional.of(state);
    }

    @Override
    protected Set<BenefitAction> actions() {
        return EnumSet.allOf(BenefitAction.class);
    }

    /** Not asked whether the project is open: benefits outlive it. */
    @Override
    protected boolean possible(BenefitAction action) {
        return state == BenefitState.TRACKED;
    }

    @Override
    protected void permits(Actor by, BenefitAction action) {
        BENEFIT_OWNER_OR_LEADER.require(by.is(text.owner()) || project().ledBy(by) || by.has(Roles.PORTFOLIO_MANAGER));
    }

    BenefitState benefitState() {
        return state;
    }

    String number() {
        return number;
    }

    BenefitText text() {
        return text;
    }

    List<Reading> readings() {
        return readings;
    }

    /** The share of the way to the target that the last reading has come. */
    Ratio reached() {
        var last = readings.isEmpty() ? null : text.gained(readings.getLast().value());
        return Ratio.of(last, text.target().subtract(text.baseline()).abs());
    }

    /** How far it is off its course; null before the first reading. */
    @Nullable BigDecimal off(LocalDate promised) {
        return Course.off(text, readings, promised);
    }

    @Nullable BigDecimal realised() {
        return realised;
    }

    @Nullable String closure() {
        return closure;
    }

    Instant createdAt() {
        return createdAt;
    }
}
