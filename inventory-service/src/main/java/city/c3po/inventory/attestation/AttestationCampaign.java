package city.c3po.inventory.attestation;

import static city.c3po.inventory.attestation.AttestationRule.ATTESTATION_ONLY_THE_CLOCK;
import static city.c3po.inventory.attestation.AttestationRule.OFFICE_RUNS_CAMPAIGNS;

import city.c3po.inventory.reference.Itself;
import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Aggregate;
import city.c3po.platform.event.Uuid7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.generator.EventType;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Asks departments to confirm what they have. It closes by itself when all their attestations have. */
@Entity
class AttestationCampaign extends Aggregate<CampaignAction> {
    @Id
    private UUID id;

    /** Written as {@code ATT-2026-}; the database appends the sequence's next number inside the insert. */
    @Generated(event = EventType.INSERT, writable = true)
    @ColumnTransformer(write = "attestation_numbered(?)")
    @Column(updatable = false)
    private String number;

    @Enumerated(EnumType.STRING)
    private CampaignState state;

    @Column(updatable = false)
    private String title;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private List<String> departments;

    @Column(updatable = false)
    private LocalDate dueOn;

    @Column(updatable = false)
    private Instant dueAt;

    @Column(updatable = false)
    private LocalDate closesOn;

    private @Nullable String reason;

    @Column(updatable = false)
    private String createdBy;

    @Column(updatable = false)
    private Instant createdAt;

    private @Nullable Instant finishedAt;

    @Column(updatable = false)
    private boolean sampleData;

    @SuppressWarnings("NullAway.Init")
    protected AttestationCampaign() {}

    AttestationCampaign(Actor by, int year, Wish wish, Instant dueAt, Instant at) {
        this.id = Uuid7.next();
        this.number = "ATT-" + year + "-";
        this.state = CampaignState.OPEN;
        this.title = wish.title();
        this.departments = wish.departments();
        this.dueOn = wish.dueOn();
        this.dueAt = dueAt;
        this.closesOn = wish.dueOn().plusDays(wish.graceDays());
        this.sampleData = wish.sampleData();
        this.createdBy = by.sub();
        this.createdAt = at;
    }

    /**
     * What somebody wants to have attested.
     *
     * @param departments empty for all
     * @param graceDays how long after the due date it can be confirmed late
     */
    record Wish(String title, LocalDate dueOn, List<String> departments, int graceDays, boolean sampleData) {}

    List<AttestationCampaignEvent> open(Actor by, Instant at) {
        permits(by, CampaignAction.OPEN);
        return List.of(new AttestationCampaignEvent.Opened(dueOn, closesOn, at));
    }

    List<AttestationCampaignEvent> callOff(Actor by, String why, Instant at) {
        guard(by, CampaignAction.CALL_OFF);
        reason = why;
        finishedAt = at;
        state = CampaignState.CALLED_OFF;
        return List.of(new AttestationCampaignEvent.CalledOff(why, at));
    }

    List<AttestationCampaignEvent> close(Actor by, AttestationCampaignEvent.Closed result) {
        guard(by, CampaignAction.CLOSE);
        finishedAt = result.at();
        state = CampaignState.CLOSED;
        return List.of(result);
    }

    String href() {
        return "/v1/attestation-campaigns/" + id;
    }

    @Override
    public UUID id() {
        return id;
    }

    /** Every employee. */
    @Override
    protected Access access() {
        return new Access(Access.Classification.INTERNAL, List.of(), List.of(), null, List.of(), List.of());
    }

    @Override
    protected CampaignView state() {
        return CampaignView.of(this, null);
    }

    @Override
    protected Optional<CampaignState> lifecycle() {
        return Optional.of(state);
    }

    @Override
    protected Set<CampaignAction> actions() {
        return EnumSet.of(CampaignAction.CALL_OFF);
    }

    @Override
    protected boolean possible(CampaignAction action) {
        return switch (action) {
            case OPEN -> false;
            case CALL_OFF -> state.next().contains(CampaignState.CALLED_OFF);
            case CLOSE -> state.next().contains(CampaignState.CLOSED);
        };
    }

    @Override
    protected void permits(Actor by, CampaignAction action) {
        switch (action) {
            case OPEN, CALL_OFF -> OFFICE_RUNS_CAMPAIGNS.require(by.has(Roles.PORTFOLIO_MANAGER));
            case CLOSE -> ATTESTATION_ONLY_THE_CLOCK.require(by.equals(Itself.ACTOR));
        }
    }

    String number() {
        return number;
    }

    CampaignState campaignState() {
        return state;
    }

    String title() {
        return title;
    }

    List<String> departments() {
        return departments;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    LocalDate closesOn() {
        return closesOn;
    }

    @Nullable String reason() {
        return reason;
    }

    String createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable Instant finishedAt() {
        return finishedAt;
    }

    boolean sampleData() {
        return sampleData;
    }
}
