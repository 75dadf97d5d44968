package city.c3po.portfolio.lesson;

import static city.c3po.portfolio.lesson.LessonRule.RECORDER_OR_OFFICE;
import static city.c3po.portfolio.reference.ReferenceRule.SAMPLE_DATA_IS_FIXED;

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
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.generator.EventType;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What a project taught. Anybody who leads or watches projects records one; it is found by its tags until it is retired. */
@Entity
public class Lesson extends Aggregate<LessonAction> {
    @Id
    private UUID id;

    /** Written as {@code LES-2026-}; the database appends the sequence's next number inside the insert. */
    @Generated(event = EventType.INSERT, writable = true)
    @ColumnTransformer(write = "numbered(?, nextval('lesson_number'))")
    @Column(updatable = false)
    private String number;

    @Enumerated(EnumType.STRING)
    private LessonState state;

    @JdbcTypeCode(SqlTypes.JSON)
    private LessonText text;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Reference project;

    @Column(updatable = false)
    private String createdBy;

    @Column(updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Lesson() {}

    Lesson(Actor by, LessonText text, int year, Instant at) {
        this.id = Uuid7.next();
        this.number = "LES-" + year + "-";
        this.state = LessonState.RECORDED;
        this.text = text.settled(Boolean.TRUE.equals(text.sampleData()));
        this.createdBy = by.sub();
        this.createdAt = at;
    }

    List<LessonEvent> record(@Nullable Reference taughtBy, Instant at) {
        project = taughtBy;
        return List.of(new LessonEvent.Recorded(text.tags(), at));
    }

    List<LessonEvent> edit(Actor by, LessonText better, Function<UUID, Reference> known, Instant at) {
        guard(by, LessonAction.EDIT);
        SAMPLE_DATA_IS_FIXED.require(
                better.sampleData() == null || better.sampleData().equals(text.sampleData()));
        var settled = better.settled(Boolean.TRUE.equals(text.sampleData()));
        if (settled.equals(text)) {
            return List.of();
        }
        project = better.project() == null ? null : known.apply(better.project());
        text = settled;
        return List.of(new LessonEvent.Edited(text.tags(), at));
    }

    List<LessonEvent> retire(Actor by, String reason, Instant at) {
        guard(by, LessonAction.RETIRE);
        moveTo(LessonState.RETIRED);
        return List.of(new LessonEvent.Retired(reason, at));
    }

    private void moveTo(LessonState next) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException(state + " does not move to " + next);
        }
        state = next;
    }

    Reference reference() {
        return new Reference("lesson", id.toString(), number, href());
    }

    String href() {
        return "/v1/lessons/" + id;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    protected LessonView state() {
        return LessonView.of(this, null);
    }

    @Override
    protected Optional<LessonState> lifecycle() {
        return Optional.of(state);
    }

    @Override
    protected Set<LessonAction> actions() {
        return EnumSet.allOf(LessonAction.class);
    }

    @Override
    protected Access access() {
        return Access.ANY_EMPLOYEE;
    }

    @Override
    protected boolean possible(LessonAction action) {
        return state == LessonState.RECORDED;
    }

    @Override
    protected void permits(Actor by, LessonAction action) {
        RECORDER_OR_OFFICE.require(by.is(createdBy) || by.has(Roles.PORTFOLIO_MANAGER));
    }

    LessonState lessonState() {
        return state;
    }

    String number() {
        return number;
    }

    LessonText text() {
        return text;
    }

    @Nullable Reference project() {
        return project;
    }

    String createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }
}
