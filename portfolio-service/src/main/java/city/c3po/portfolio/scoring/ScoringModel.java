package city.c3po.portfolio.scoring;

import static city.c3po.portfolio.scoring.ScoringRule.MODELS_BY_THE_OFFICE;
import static city.c3po.portfolio.scoring.ScoringRule.SECOND_PERSON_ADOPTS_MODEL;

import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Aggregate;
import city.c3po.platform.event.Uuid7;
import city.c3po.platform.value.Reference;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
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

/** By which questions, weights and anchors initiatives are marked. One is adopted at a time, by a second person. */
@Entity
@Table(name = "scoring_model")
public class ScoringModel extends Aggregate<ModelAction> {
    @Id
    private UUID id;

    /** Written as {@code SCM-2026-}; the database appends the sequence's next number inside the insert. */
    @Generated(event = EventType.INSERT, writable = true)
    @ColumnTransformer(write = "numbered(?, nextval('scoring_model_number'))")
    @Column(updatable = false)
    private String number;

    @Enumerated(EnumType.STRING)
    private ModelState state;

    @JdbcTypeCode(SqlTypes.JSON)
    private ModelText text;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> authors = List.of();

    private @Nullable String adoptedBy;
    private @Nullable Instant adoptedAt;

    @Column(updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected ScoringModel() {}

    ScoringModel(ModelText text, int year, Instant at) {
        this.id = Uuid7.next();
        this.number = "SCM-" + year + "-";
        this.state = ModelState.DRAFT;
        this.text = text;
        this.createdAt = at;
    }

    List<ScoringModelEvent> draft(Actor by, Instant at) {
        permits(by, ModelAction.EDIT);
        text.requireSound();
        authors = authorsAnd(by);
        return List.of(new ScoringModelEvent.Drafted(text.title(), at));
    }

    List<ScoringModelEvent> edit(Actor by, ModelText better, Instant at) {
        guard(by, ModelAction.EDIT);
        better.requireSound();
        if (better.equals(text)) {
            return List.of();
        }
        text = better;
        authors = authorsAnd(by);
        return List.of(new ScoringModelEvent.Edited(text.title(), at));
    }

    List<ScoringModelEvent> adopt(Actor by, @Nullable ScoringModel last, Instant at) {
        guard(by, ModelAction.ADOPT);
        moveTo(ModelState.ADOPTED);
        adoptedBy = by.sub();
        adoptedAt = at;
        return List.of(new ScoringModelEvent.Adopted(last == null ? null : last.number, at));
    }

    List<ScoringModelEvent> supersede(Actor by, ScoringModel later, Instant at) {
        guard(by, ModelAction.SUPERSEDE);
        moveTo(ModelState.SUPERSEDED);
        return List.of(new ScoringModelEvent.Superseded(later.number, at));
    }

    /** A new list, because Hibernate compares a JSON value with the one it loaded. */
    private List<String> authorsAnd(Actor by) {
        return Stream.concat(authors.stream(), Stream.of(by.sub()))
                .distinct()
                .sorted()
                .toList();
    }

    private void moveTo(ModelState next) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException(state + " does not move to " + next);
        }
        state = next;
    }

    Reference reference() {
        return new Reference("scoringModel", id.toString(), number, href());
    }

    String href() {
        return "/v1/scoring-models/" + id;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    protected ScoringModelView state() {
        return ScoringModelView.of(this, null);
    }

    @Override
    protected Optional<ModelState> lifecycle() {
        return Optional.of(state);
    }

    @Override
    protected Set<ModelAction> actions() {
        return EnumSet.of(ModelAction.EDIT, ModelAction.ADOPT);
    }

    @Override
    protected Access access() {
        return Access.ANY_EMPLOYEE;
    }

    @Override
    protected boolean possible(ModelAction action) {
        return switch (action) {
            case EDIT, ADOPT -> state == ModelState.DRAFT;
            case SUPERSEDE -> state == ModelState.ADOPTED;
        };
    }

    @Override
    protected void permits(Actor by, ModelAction action) {
        MODELS_BY_THE_OFFICE.require(by.has(Roles.PORTFOLIO_MANAGER) || by.has(Roles.POLICY_ADMIN));
        if (action == ModelAction.ADOPT) {
            SECOND_PERSON_ADOPTS_MODEL.require(!authors.contains(by.sub()));
        }
    }

    ModelState modelState() {
        return state;
    }

    String number() {
        return number;
    }

    ModelText text() {
        return text;
    }

    List<String> authors() {
        return authors;
    }

    @Nullable String adoptedBy() {
        return adoptedBy;
    }

    @Nullable Instant adoptedAt() {
        return adoptedAt;
    }

    Instant createdAt() {
        return createdAt;
    }
}
