package city.c3po.charter.engagement;

import static city.c3po.charter.engagement.EngagementRule.CITY_ONLY;
import static city.c3po.charter.engagement.EngagementRule.ENGAGEMENT_DATES_IN_ORDER;
import static city.c3po.charter.engagement.EngagementRule.OFFICE_ONLY;
import static city.c3po.charter.engagement.EngagementRule.OWN_ENGAGEMENT;
import static city.c3po.charter.engagement.EngagementRule.PROJECT_IS_FIXED;

import city.c3po.charter.engagement.KeyPosition.Nominee;
import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Aggregate;
import city.c3po.platform.event.Uuid7;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.generator.EventType;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A vendor at work on a project. The procurement system says what was agreed; the vendor nominates people for the key
 * positions, and the city answers.
 */
@Entity
public class Engagement extends Aggregate<EngagementAction> {
    @Id
    private UUID id;

    /** Written as {@code ENG-2026-}; the database appends the sequence's next number inside the insert. */
    @Generated(event = EventType.INSERT, writable = true)
    @ColumnTransformer(write = "numbered(?, nextval('engagement_number'))")
    @Column(updatable = false)
    private String number;

    @JdbcTypeCode(SqlTypes.JSON)
    private EngagementTerms terms;

    /** As in the terms; a column of its own, because completeness compares it. */
    private @Nullable LocalDate solicitedOn;

    @Embedded
    private KeyStaff keyStaff = new KeyStaff();

    /** The department system that feeds it, if one does. */
    @Column(updatable = false)
    private @Nullable String source;

    @Column(updatable = false)
    private String createdBy;

    @Column(updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Engagement() {}

    /** @param year of the number, in the city's calendar */
    Engagement(Actor by, EngagementTerms said, @Nullable String source, int year, Instant at) {
        this.id = Uuid7.next();
        this.number = "ENG-" + year + "-";
        this.source = source;
        this.createdBy = by.sub();
        this.createdAt = at;
        say(said.settled(Boolean.TRUE.equals(said.sampleData())));
    }

    private void say(EngagementTerms said) {
        ENGAGEMENT_DATES_IN_ORDER.require(said.inOrder());
        terms = said;
        solicitedOn = said.solicitedOn();
    }

    List<EngagementEvent> record(Instant at) {
        return List.of(new EngagementEvent.Recorded(terms.project(), terms.vendor(), at));
    }

    /** Saying the same again is no change. */
    List<EngagementEvent> edit(Actor by, EngagementTerms said, Instant at) {
        guard(by, EngagementAction.EDIT);
        PROJECT_IS_FIXED.require(
                said.project().equals(terms.project()) && said.vendor().equals(terms.vendor()));
        var settled = said.settled(Boolean.TRUE.equals(terms.sampleData()));
        if (settled.equals(terms)) {
            return List.of();
        }
        say(settled);
        return List.of(new EngagementEvent.Revised(at));
    }

    EngagementTerms terms() {
        return terms;
    }

    List<EngagementEvent> plan(
            Actor by,
            String key,
            String title,
            List<String> needed,
            int percent,
            @Nullable LocalDate nameBy,
            Instant at) {
        guard(by, EngagementAction.PLAN_POSITION);
        return List.of(keyStaff.plan(key, title, needed, percent, nameBy, at));
    }

    List<EngagementEvent> nominate(Actor by, String key, Nominee nominee, Instant at) {
        guard(by, EngagementAction.NOMINATE);
        return List.of(keyStaff.nominate(key, nominee, at));
    }

    /** @param earliest the tenth business day from now */
    List<EngagementEvent> substitute(Actor by, String key, Nominee nominee, LocalDate earliest, Instant at) {
        guard(by, EngagementAction.NOMINATE);
        return List.of(keyStaff.substitute(key, nominee, earliest, at));
    }

    List<EngagementEvent> answer(
            Actor by, String key, UUID nominee, NomineeState next, @Nullable String comment, Instant at) {
        guard(by, EngagementAction.ANSWER);
        return List.of(keyStaff.answer(by, key, nominee, next, comment, at));
    }

    List<EngagementEvent> tellGaps(Instant at) {
        return keyStaff.tellGaps(at);
    }

    String href() {
        return "/v1/engagements/" + id;
    }

    @Override
    public UUID id() {
        return id;
    }

    /** The city's own people, and this one vendor. */
    @Override
    protected Access access() {
        return new Access(
                Access.Classification.INTERNAL,
                List.of(),
                List.of(createdBy),
                terms.vendor(),
                List.of(),
                source == null ? List.of() : List.of(source));
    }

    @Override
    protected EngagementView state() {
        return EngagementView.of(this, null);
    }

    @Override
    protected Set<EngagementAction> actions() {
        return EnumSet.of(
                EngagementAction.EDIT,
                EngagementAction.PLAN_POSITION,
                EngagementAction.NOMINATE,
                EngagementAction.ANSWER);
    }

    @Override
    protected boolean possible(EngagementAction action) {
        return true;
    }

    @Override
    protected void permits(Actor by, EngagementAction action) {
        switch (action) {
            case EDIT, PLAN_POSITION ->
                CITY_ONLY.require(by.has(Roles.PORTFOLIO_MANAGER) || (source != null && by.feeds(source)));
            case NOMINATE ->
                OWN_ENGAGEMENT.require(
                        by.has(Roles.PORTFOLIO_MANAGER) || terms.vendor().equals(by.vendor()));
            case ANSWER ->
                OFFICE_ONLY.require(
                        by.vendor() == null && (by.has(Roles.PORTFOLIO_MANAGER) || by.has(Roles.SIGNATORY)));
            case WATCH -> {}
        }
    }

    String number() {
        return number;
    }

    List<KeyPosition> positions() {
        return keyStaff.positions();
    }

    @Nullable String source() {
        return source;
    }

    String createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }
}
