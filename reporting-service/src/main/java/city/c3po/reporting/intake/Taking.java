package city.c3po.reporting.intake;

import city.c3po.platform.actor.Access;
import city.c3po.platform.event.Changes;
import city.c3po.platform.event.InboxEvent;
import city.c3po.platform.event.InboxStep;
import city.c3po.platform.event.InboxSubject;
import city.c3po.reporting.log.ChangeLog;
import city.c3po.reporting.log.Line;
import city.c3po.reporting.log.Op;
import city.c3po.reporting.log.Subject;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The steps of one batch, turned into lines. */
final class Taking {
    /** Until its owner says who may see it, only the portfolio office sees that there is something. */
    private static final Access OFFICE_ONLY =
            new Access(Access.Classification.CONFIDENTIAL, List.of(), List.of(), null, List.of(), List.of());

    private final ChangeLog log;
    private final List<InboxStep> steps;
    private final List<Line> lines = new ArrayList<>();
    private Map<InboxSubject, Subject> subjects = new HashMap<>();

    Taking(ChangeLog log, List<InboxStep> steps) {
        this.log = log;
        this.steps = steps;
    }

    void run() throws SQLException {
        subjects = log.subjects().of(steps.stream().flatMap(Taking::names).collect(Collectors.toSet()));
        for (var step : steps) {
            switch (step) {
                case InboxStep.Taken taken -> take(taken.event());
                case InboxStep.GapOpened opened -> open(opened);
                case InboxStep.GapClosed closed -> close(closed);
                case InboxStep.Rewound rewound -> rewind(rewound);
            }
        }
        log.append(lines);
    }

    private static Stream<InboxSubject> names(InboxStep step) {
        return switch (step) {
            case InboxStep.Taken taken ->
                Stream.of(
                                taken.event().subject(),
                                Subject.projectOf(taken.event().state()))
                        .filter(Objects::nonNull);
            case InboxStep.GapOpened opened -> Stream.of(opened.subject());
            case InboxStep.GapClosed closed -> Stream.of(closed.subject());
            case InboxStep.Rewound rewound -> Stream.empty();
        };
    }

    private void take(InboxEvent event) throws SQLException {
        var before = subjects.get(event.subject());
        boolean existed = before != null && before.present();
        var op = op(event, existed);
        var after = new Subject(
                event.subject(),
                text(event.state(), "number", before == null ? null : before.number()),
                text(event.state(), "href", before == null ? null : before.href()),
                event.version(),
                op != Op.REMOVED,
                op == Op.REMOVED ? null : event.state(),
                event.access(),
                op == Op.REMOVED ? List.of() : inherited(event.state()));
        var cause = new Line.Cause(event.id(), event.type());
        add(new Line(
                op,
                existed,
                after,
                changes(op, before, after),
                existed && !before.access().equals(event.access()) ? before.access() : null,
                event.occurredAt(),
                event.recordedAt(),
                event.source(),
                cause));
        if (after.isProject() && !after.programs().equals(before == null ? List.of() : before.programs())) {
            place(after, event);
        }
    }

    private List<String> inherited(@Nullable JsonNode state) {
        var name = Subject.projectOf(state);
        var project = name == null ? null : subjects.get(name);
        return project == null ? List.of() : project.programs();
    }

    /**
     * What belongs to a project goes with it into another program: a line that has no event of its own and changes
     * nothing but that. Whoever does not ask by program is not told of it.
     */
    private void place(Subject project, InboxEvent event) throws SQLException {
        flush();
        for (var dependent : log.subjects().dependents(project.name().id())) {
            if (!dependent.subject().inherited().equals(project.programs())) {
                add(new Line(
                        Op.UPDATED,
                        true,
                        dependent.subject().inheriting(project.programs()),
                        List.of(),
                        null,
                        event.occurredAt(),
                        event.recordedAt(),
                        dependent.source(),
                        null));
            }
        }
    }

    /** What this batch has said so far is in the log, to be asked of it. */
    private void flush() throws SQLException {
        log.append(lines);
        lines.clear();
    }

    /** By what the fact is called, the same in all services; everything else is an update. */
    private static Op op(InboxEvent event, boolean existed) {
        return switch (event.factName()) {
            case "removed", "deleted" -> Op.REMOVED;
            case "redacted" -> Op.REDACTED;
            case "corrected" -> existed ? Op.CORRECTED : Op.CREATED;
            default -> existed ? Op.UPDATED : Op.CREATED;
        };
    }

    private static List<Changes.Change> changes(Op op, @Nullable Subject before, Subject after) {
        return switch (op) {
            case UPDATED, CORRECTED ->
                Changes.between(Objects.requireNonNull(before).state(), after.state());
            case SNAPSHOT, CREATED, REMOVED, ENTERED_SCOPE, LEFT_SCOPE, REDACTED, GAP, GAP_RESOLVED -> List.of();
        };
    }

    private static @Nullable String text(@Nullable JsonNode state, String name, @Nullable String otherwise) {
        var value = state == null ? null : state.path(name).textValue();
        return value == null ? otherwise : value;
    }

    private void open(InboxStep.GapOpened opened) {
        var access = opened.waiting().map(InboxEvent::access).orElse(OFFICE_ONLY);
        unchanged(Op.GAP, opened.source(), opened.subject(), access, opened.at());
    }

    private void close(InboxStep.GapClosed closed) {
        unchanged(Op.GAP_RESOLVED, closed.source(), closed.subject(), OFFICE_ONLY, closed.at());
    }

    private void unchanged(Op op, String source, InboxSubject name, Access accessIfUnknown, Instant at) {
        var subject =
                subjects.getOrDefault(name, new Subject(name, null, null, 0, false, null, accessIfUnknown, List.of()));
        add(new Line(op, subject.present(), subject, List.of(), null, at, at, source, null));
    }

    private void rewind(InboxStep.Rewound rewound) throws SQLException {
        flush();
        log.rewind(rewound.source(), rewound.at());
        // what came of other sources in this batch is in the log by now
        subjects = log.subjects().of(steps.stream().flatMap(Taking::names).collect(Collectors.toSet()));
    }

    private void add(Line line) {
        lines.add(line);
        subjects.put(line.after().name(), line.after());
    }
}
