package city.c3po.portfolio.project;

import city.c3po.platform.event.InboxEffect;
import city.c3po.platform.event.InboxEvent;
import city.c3po.platform.event.InboxPoison;
import city.c3po.platform.event.InboxStep;
import city.c3po.platform.rule.Seen;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * What this service does with the charter's events: <em>committed</em> meets G1's criterion and <em>accepted</em> that of
 * G5, in the transaction in which the inbox notes the event as taken. A charter of a project that is not here is noted
 * by the inbox and changes nothing: projects are ours, and none is ever deleted.
 */
@Singleton
class CharterIntake implements InboxEffect {
    private static final String CHARTER = "city.c3po.charter.";

    private final Projects projects;

    CharterIntake(Projects projects) {
        this.projects = projects;
    }

    /** What we read of a charter's state; everything else is its own business. */
    private record Charter(UUID project, String number) {
        static Charter of(InboxEvent event) {
            var state = event.state();
            var project =
                    state == null ? null : state.path("project").path("id").textValue();
            var number = state == null ? null : state.path("number").textValue();
            if (project == null || number == null) {
                throw new InboxPoison("state names no project or has no number");
            }
            try {
                return new Charter(UUID.fromString(project), number);
            } catch (IllegalArgumentException e) {
                throw new InboxPoison("state.project.id is no UUID");
            }
        }
    }

    @Override
    public boolean knows(String type) {
        return switch (type) {
            case CHARTER + "committed.v1",
                    CHARTER + "accepted.v1",
                    CHARTER + "acceptedWithExceptions.v1",
                    CHARTER + "cancelled.v1" -> true;
            default -> false;
        };
    }

    @Override
    public void check(InboxEvent event) {
        Charter.of(event);
    }

    /** Projects are locked in the order of their ids, as everywhere; each charter's events stay in theirs. */
    @Override
    public void apply(Connection connection, List<InboxStep> steps) {
        steps.stream()
                .filter(InboxStep.Taken.class::isInstance)
                .map(step -> ((InboxStep.Taken) step).event())
                .sorted(Comparator.comparing(event -> Charter.of(event).project()))
                .forEach(this::hear);
    }

    private void hear(InboxEvent event) {
        var charter = Charter.of(event);
        if (!projects.knows(charter.project())) {
            return;
        }
        var at = event.occurredAt();
        projects.edit(
                charter.project(),
                Projects.SUITE,
                Seen.whatever(),
                ProjectAction.FOLLOW,
                project -> switch (event.factName()) {
                    case "committed" ->
                        project.hearCharter(Projects.SUITE, GateName.G1, Gates.COMMITTED, charter.number(), at);
                    case "cancelled" -> project.loseCharter(Projects.SUITE, charter.number(), at);
                    default -> project.hearCharter(Projects.SUITE, GateName.G5, Gates.ACCEPTED, charter.number(), at);
                });
    }
}
