package city.c3po.portfolio.resource;

import static city.c3po.portfolio.resource.ResourceRule.CAPACITY_COVERS_HARD;
import static city.c3po.portfolio.resource.ResourceRule.CAPACITY_OWNER_OR_OFFICE;
import static city.c3po.portfolio.resource.ResourceRule.CAPACITY_SOUND;

import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Aggregate;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The time that a role of a department has in one month. Its owner, or the portfolio office, says it. */
@Entity
public class Capacity extends Aggregate<CapacityAction> {
    @Id
    private String id;

    @Column(updatable = false)
    private String department;

    @Column(updatable = false)
    private String role;

    /** Its first day. */
    @Column(updatable = false)
    private LocalDate month;

    private int workingDays;

    private BigDecimal hoursPerDay;

    /** What is left: generated from it would be nicer, but the hours of a day are configuration. */
    private BigDecimal hours;

    @JdbcTypeCode(SqlTypes.JSON)
    private CapacityText text;

    @SuppressWarnings("NullAway.Init")
    protected Capacity() {}

    @SuppressWarnings("NullAway.Init")
    Capacity(CapacityKey key) {
        this.id = key.id();
        this.department = key.department();
        this.role = key.role();
        this.month = key.month().atDay(1);
    }

    /** Saying the same again is no change. */
    List<CapacityEvent> say(Actor by, CapacityText said, int days, BigDecimal perDay, BigDecimal hard, Instant at) {
        guard(by, CapacityAction.SAY);
        CAPACITY_OWNER_OR_OFFICE.require(by.is(said.owner()) || by.has(Roles.PORTFOLIO_MANAGER));
        var working = BigDecimal.valueOf(days).multiply(perDay).multiply(said.fte());
        var left = working.subtract(said.taken()).setScale(2, RoundingMode.HALF_UP);
        CAPACITY_SOUND.require(left.signum() >= 0, Map.of("workingHours", working));
        CAPACITY_COVERS_HARD.require(left.compareTo(hard) >= 0, Map.of("hardHours", hard));
        if (said.equals(text) && days == workingDays && left.compareTo(hours) == 0) {
            return List.of();
        }
        text = said;
        workingDays = days;
        hoursPerDay = perDay;
        hours = left;
        return List.of(new CapacityEvent.Said(said.fte(), left, at));
    }

    String href() {
        return "/v1/capacity/" + id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    protected Access access() {
        return new Access(
                Access.Classification.INTERNAL, List.of(department), List.of(text.owner()), null, List.of(), List.of());
    }

    @Override
    protected CapacityView state() {
        return CapacityView.of(this, null, null);
    }

    @Override
    protected Set<CapacityAction> actions() {
        return EnumSet.allOf(CapacityAction.class);
    }

    @Override
    protected boolean possible(CapacityAction action) {
        return true;
    }

    @Override
    protected void permits(Actor by, CapacityAction action) {
        CAPACITY_OWNER_OR_OFFICE.require(text == null || ownedBy(by) || by.has(Roles.PORTFOLIO_MANAGER));
    }

    boolean ownedBy(Actor by) {
        return by.is(text.owner());
    }

    /** Working hours of one full-time equivalent in the month. */
    BigDecimal hoursOfOne() {
        return hoursPerDay.multiply(BigDecimal.valueOf(workingDays));
    }

    String department() {
        return department;
    }

    String role() {
        return role;
    }

    LocalDate month() {
        return month;
    }

    int workingDays() {
        return workingDays;
    }

    BigDecimal hours() {
        return hours;
    }

    CapacityText text() {
        return text;
    }
}
