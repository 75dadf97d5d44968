package city.c3po.portfolio.scoring;

import static city.c3po.portfolio.scoring.ScoringRule.ASSESSORS_MARK;

import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Aggregate;
import city.c3po.platform.event.Uuid7;
import city.c3po.platform.value.Reference;
import city.c3po.portfolio.initiative.Initiative;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.generator.EventType;
import org.hibernate.type.SqlTypes;

/**
 * One assessor's marks for one revision of an initiative. It may be changed until the score is taken; a declared conflict
 * has no marks and does not count.
 */
@Entity
public class Assessment extends Aggregate<AssessmentAction> {
    @Id
    private UUID id;

    /** Written as {@code ASM-2026-}; the database appends the sequence's next number inside the insert. */
    @Generated(event = EventType.INSERT, writable = true)
    @ColumnTransformer(write = "numbered(?, nextval('assessment_number'))")
    @Column(updatable = false)
    private String number;

    @Column(updatable = false)
    private UUID initiativeId;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private Reference initiative;

    @Column(updatable = false)
    private int revision;

    @JdbcTypeCode(SqlTypes.JSON)
    private Reference model;

    @JdbcTypeCode(SqlTypes.JSON)
    private AssessmentText text;

    @Column(updatable = false)
    private String assessor;

    private Instant at;

    @SuppressWarnings("NullAway.Init")
    protected Assessment() {}

    Assessment(Actor by, Initiative initiative, ScoringModel model, AssessmentText text, int year, Instant at) {
        this.id = Uuid7.next();
        this.number = "ASM-" + year + "-";
        this.initiativeId = initiative.id();
        this.initiative = initiative.reference();
        this.revision = initiative.triage().revision();
        this.model = model.reference();
        this.text = text;
        this.assessor = by.sub();
        this.at = at;
    }

    List<AssessmentEvent> give(ScoringModel by) {
        text.requireSound(by.text());
        return List.of(new AssessmentEvent.Given(initiative, revision, text.conflict() != null, at));
    }

    List<AssessmentEvent> edit(Actor by, AssessmentText better, ScoringModel present, Instant at) {
        guard(by, AssessmentAction.EDIT);
        better.requireSound(present.text());
        if (better.equals(text) && model.equals(present.reference())) {
            return List.of();
        }
        text = better;
        model = present.reference();
        this.at = at;
        return List.of(new AssessmentEvent.Changed(text.conflict() != null, at));
    }

    String href() {
        return "/v1/assessments/" + id;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    protected AssessmentView state() {
        return AssessmentView.of(this, null);
    }

    @Override
    protected Set<AssessmentAction> actions() {
        return EnumSet.allOf(AssessmentAction.class);
    }

    @Override
    protected Access access() {
        return Access.ANY_EMPLOYEE;
    }

    @Override
    protected boolean possible(AssessmentAction action) {
        return true;
    }

    @Override
    protected void permits(Actor by, AssessmentAction action) {
        ASSESSORS_MARK.require(by.is(assessor) && by.has(Roles.ASSESSOR));
    }

    String number() {
        return number;
    }

    UUID initiativeId() {
        return initiativeId;
    }

    Reference initiative() {
        return initiative;
    }

    int revision() {
        return revision;
    }

    Reference model() {
        return model;
    }

    AssessmentText text() {
        return text;
    }

    String assessor() {
        return assessor;
    }

    Instant at() {
        return at;
    }
}
