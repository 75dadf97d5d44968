package city.c3po.audit.direction;

import static city.c3po.audit.direction.DirectionRule.CLERK_OF_BODY;
import static city.c3po.audit.direction.DirectionRule.DEPARTMENT_ANSWERS;
import static city.c3po.audit.direction.DirectionRule.GIVEN_AT_A_MEETING;

import city.c3po.audit.reminder.Escalation;
import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Aggregate;
import city.c3po.platform.event.Task;
import city.c3po.platform.event.Uuid7;
import city.c3po.platform.value.Reference;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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

/** What a body directed at a meeting, and what the department answered. */
@Entity
public class Direction extends Aggregate<DirectionAction> {
    @Id
    private UUID id;

    /** Written as {@code DIR-2026-}; the database appends the sequence's next number inside the insert. */
    @Generated(event = EventType.INSERT, writable = true)
    @ColumnTransformer(write = "numbered(?, nextval('direction_number'))")
    @Column(updatable = false)
    private String number;

    @Column(updatable = false)
    private String body;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    private NewDirection terms;

    @Column(updatable = false)
    private String department;

    @Column(updatable = false)
    private @Nullable LocalDate due;

    @Enumerated(EnumType.STRING)
    private DirectionState state = DirectionState.GIVEN;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<DirectionAnswer> answers = List.of();

    /** When somebody was reminded last. */
    private @Nullable LocalDate reminded;

    @Column(updatable = false)
    private boolean sampleData;

    @Column(updatable = false)
    private String createdBy;

    @Column(updatable = false)
    private Instant createdAt;

    /** Who was asked to answer. */
    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> asked = List.of();

    @SuppressWarnings("NullAway.Init")
    protected Direction() {}

    /** @param next the body's next meeting that is scheduled */
    Direction(Actor by, NewDirection said, @Nullable LocalDate next, LocalDate today, Instant at) {
        CLERK_OF_BODY.require(isClerk(by, said.body()));
        this.due = said.due() == null ? next : said.due();
        GIVEN_AT_A_MEETING.require(
                !said.meetingDate().isAfter(today) && (due == null || due.isAfter(said.meetingDate())));
        this.id = Uuid7.next();
        this.number = "DIR-" + said.meetingDate().getYear() + "-";
        this.body = said.body();
        this.terms = said;
        this.department = said.department();
        this.sampleData = Boolean.TRUE.equals(said.sampleData());
        this.createdBy = by.sub();
        this.createdAt = at;
    }

    private static boolean isClerk(Actor by, String body) {
        return by.has(Roles.CLERK) && by.bodies().contains(body);
    }

    List<DirectionEvent> give(Optional<String> head, Instant at) {
        asked = terms.owner() != null ? List.of(terms.owner()) : head.stream().toList();
        return List.of(new DirectionEvent.Given(body, terms.meetingDate(), due, at));
    }

    List<DirectionEvent> answer(Actor by, String text, @Nullable Reference report, Instant at) {
        guard(by, DirectionAction.ANSWER);
        state = DirectionState.ANSWERED;
        var answer = new DirectionAnswer(answers.size() + 1, text, report, by.sub(), at, null);
        answers = Stream.concat(answers.stream(), Stream.of(answer)).toList();
        return List.of(new DirectionEvent.Answered(answer.number(), report == null ? null : report.id(), at));
    }

    List<DirectionEvent> satisfy(Actor by, Instant at) {
        guard(by, DirectionAction.SATISFY);
        state = DirectionState.SATISFIED;
        return List.of(new DirectionEvent.Satisfied(at));
    }

    List<DirectionEvent> sendBack(Actor by, String reason, Instant at) {
        guard(by, DirectionAction.SEND_BACK);
        state = DirectionState.GIVEN;
        answers = Stream.concat(
                        answers.stream().limit(answers.size() - 1L),
                        Stream.of(answers.getLast().backBecause(reason)))
                .toList();
        return List.of(new DirectionEvent.SentBack(reason, at));
    }

    List<DirectionEvent> withdraw(Actor by, String reason, Instant at) {
        guard(by, DirectionAction.WITHDRAW);
        state = DirectionState.WITHDRAWN;
        return List.of(new DirectionEvent.Withdrawn(reason, at));
    }

    List<DirectionEvent> remind(Actor by, Escalation escalation, LocalDate today, Instant at) {
        guard(by, DirectionAction.REMIND);
        var day = due;
        if (day == null || today.equals(reminded)) {
            return List.of();
        }
        long left = ChronoUnit.DAYS.between(today, day);
        reminded = today;
        asked = Stream.concat(
                        asked.stream(),
                        escalation.people(Stream.ofNullable(terms.owner()).toList(), department, left).stream())
                .distinct()
                .toList();
        return List.of(new DirectionEvent.Reminded(day, left, Escalation.Level.of(left), at));
    }

    /** Whoever was asked, each once; done for all when it is answered. */
    @Override
    protected List<Task> tasks() {
        return asked.stream()
                .map(person -> new Task(
                        id + "/answer/" + person,
                        person,
                        "Answer a committee's direction",
                        href(),
                        null,
                        state != DirectionState.GIVEN))
                .toList();
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    protected Access access() {
        return Access.ANY_EMPLOYEE;
    }

    @Override
    protected DirectionView state() {
        return DirectionView.of(this, null);
    }

    @Override
    protected Optional<DirectionState> lifecycle() {
        return Optional.of(state);
    }

    @Override
    protected Set<DirectionAction> actions() {
        return EnumSet.complementOf(EnumSet.of(DirectionAction.REMIND));
    }

    @Override
    protected boolean possible(DirectionAction action) {
        return switch (action) {
            case ANSWER -> state.next().contains(DirectionState.ANSWERED);
            case SATISFY -> state.next().contains(DirectionState.SATISFIED);
            case SEND_BACK -> state.next().contains(DirectionState.GIVEN);
            case WITHDRAW -> state.next().contains(DirectionState.WITHDRAWN);
            case REMIND -> state == DirectionState.GIVEN;
        };
    }

    @Override
    protected void permits(Actor by, DirectionAction action) {
        switch (action) {
            case ANSWER ->
                DEPARTMENT_ANSWERS.require(by.has(Roles.PORTFOLIO_MANAGER)
                        || (by.has(Roles.SUBMITTER) || by.has(Roles.SIGNATORY)) && by.speaksFor(department));
            case SATISFY, SEND_BACK, WITHDRAW -> CLERK_OF_BODY.require(isClerk(by, body));
            case REMIND -> CLERK_OF_BODY.require(by.is(Actor.SYSTEM.sub()));
        }
    }

    String href() {
        return "/v1/directions/" + id;
    }

    String number() {
        return number;
    }

    NewDirection terms() {
        return terms;
    }

    String department() {
        return department;
    }

    @Nullable LocalDate due() {
        return due;
    }

    DirectionState stage() {
        return state;
    }

    List<DirectionAnswer> answers() {
        return answers;
    }

    boolean sampleData() {
        return sampleData;
    }

    String createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }
}
