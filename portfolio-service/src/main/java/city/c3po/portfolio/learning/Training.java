package city.c3po.portfolio.learning;

import static city.c3po.portfolio.learning.LearningRule.EACH_ATTENDEE_ONCE;
import static city.c3po.portfolio.learning.LearningRule.KNOWN_SESSION;
import static city.c3po.portfolio.learning.LearningRule.OFFICE_SUPPORTS;
import static city.c3po.portfolio.learning.LearningRule.SESSION_TAKES_PLACE_FIRST;
import static city.c3po.portfolio.reference.ReferenceRule.SAMPLE_DATA_IS_FIXED;

import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Aggregate;
import city.c3po.platform.event.Uuid7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.generator.EventType;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Something that is taught, in sessions. Attendance is recorded when a session has taken place, and may be corrected. */
@Entity
public class Training extends Aggregate<TrainingAction> {
    @Id
    private UUID id;

    /** Written as {@code TRN-2026-}; the database appends the sequence's next number inside the insert. */
    @Generated(event = EventType.INSERT, writable = true)
    @ColumnTransformer(write = "numbered(?, nextval('training_number'))")
    @Column(updatable = false)
    private String number;

    @JdbcTypeCode(SqlTypes.JSON)
    private TrainingPlan plan;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<TrainingSession> sessions = List.of();

    @Column(updatable = false)
    private String createdBy;

    @Column(updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Training() {}

    Training(Actor by, TrainingPlan plan, int year, Instant at) {
        this.id = Uuid7.next();
        this.number = "TRN-" + year + "-";
        this.plan = plan.settled(Boolean.TRUE.equals(plan.sampleData()));
        this.createdBy = by.sub();
        this.createdAt = at;
    }

    List<TrainingEvent> plan(Actor by, Instant at) {
        permits(by, TrainingAction.EDIT);
        return List.of(new TrainingEvent.Planned(plan.title(), at));
    }

    List<TrainingEvent> edit(Actor by, TrainingPlan better, Instant at) {
        guard(by, TrainingAction.EDIT);
        SAMPLE_DATA_IS_FIXED.require(
                better.sampleData() == null || better.sampleData().equals(plan.sampleData()));
        var settled = better.settled(Boolean.TRUE.equals(plan.sampleData()));
        if (settled.equals(plan)) {
            return List.of();
        }
        plan = settled;
        return List.of(new TrainingEvent.Edited(plan.title(), at));
    }

    List<TrainingEvent> addSession(Actor by, LocalDate day, @Nullable String place, String trainer, Instant at) {
        guard(by, TrainingAction.ADD_SESSION);
        var session = new TrainingSession(Uuid7.next(), day, place, trainer, null);
        sessions = Stream.concat(sessions.stream(), Stream.of(session)).toList();
        return List.of(new TrainingEvent.SessionAdded(session.id(), day, at));
    }

    List<TrainingEvent> recordAttendance(Actor by, UUID id, List<String> people, LocalDate today, Instant at) {
        guard(by, TrainingAction.RECORD_ATTENDANCE);
        var session = sessions.stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow(KNOWN_SESSION::violated);
        SESSION_TAKES_PLACE_FIRST.require(!today.isBefore(session.day()), Map.of("day", session.day()));
        EACH_ATTENDEE_ONCE.require(people.stream().distinct().count() == people.size());
        var attended = session.attendedBy(List.copyOf(people));
        sessions = sessions.stream()
                .map(known -> known == session ? attended : known)
                .toList();
        return List.of(new TrainingEvent.AttendanceRecorded(id, people.size(), at));
    }

    String href() {
        return "/v1/trainings/" + id;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    protected TrainingView state() {
        return TrainingView.of(this, null);
    }

    @Override
    protected Set<TrainingAction> actions() {
        return EnumSet.allOf(TrainingAction.class);
    }

    @Override
    protected Access access() {
        return Access.ANY_EMPLOYEE;
    }

    @Override
    protected boolean possible(TrainingAction action) {
        return true;
    }

    @Override
    protected void permits(Actor by, TrainingAction action) {
        OFFICE_SUPPORTS.require(by.has(Roles.PORTFOLIO_MANAGER));
    }

    String number() {
        return number;
    }

    TrainingPlan plan() {
        return plan;
    }

    List<TrainingSession> sessions() {
        return sessions;
    }

    String createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }
}
