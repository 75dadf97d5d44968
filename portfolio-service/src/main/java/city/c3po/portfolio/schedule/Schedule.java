package city.c3po.portfolio.schedule;

import city.c3po.platform.actor.Actor;
import city.c3po.portfolio.project.Project;
import city.c3po.portfolio.project.ProjectPart;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * The schedule of one project. Its PPM and the portfolio office say it as a whole or one activity at a time, as long as
 * the project is open; every date follows from what was said.
 */
@Entity
public class Schedule extends ProjectPart<ScheduleAction> {
    /** The project's. */
    @Id
    private UUID id;

    @JdbcTypeCode(SqlTypes.JSON)
    private ScheduleSummary summary;

    @SuppressWarnings("NullAway.Init")
    protected Schedule() {}

    @SuppressWarnings("NullAway.Init")
    Schedule(Project project) {
        super(project);
        this.id = project.id();
    }

    /** To be asked before half a second is spent on dates. */
    void requireReplaceable(Actor by) {
        guard(by, ScheduleAction.REPLACE);
    }

    /** Saying the same again is no change, unless the calendar has moved the dates since. */
    List<ScheduleEvent> replace(Actor by, ComputedSchedule said, Instant at) {
        requireReplaceable(by);
        var before = summary;
        var now = said.summary();
        if (before != null
                && now.sha256().equals(before.sha256())
                && now.finish().equals(before.finish())) {
            return List.of();
        }
        summary = now;
        return List.of(new ScheduleEvent.Replaced(
                now.activities(),
                now.links(),
                now.finish(),
                before == null ? null : before.finish(),
                now.sha256(),
                at));
    }

    List<ScheduleEvent> edit(Actor by, String activity, ComputedSchedule said, Instant at) {
        guard(by, ScheduleAction.EDIT_ACTIVITY);
        var before = summary;
        var now = said.summary();
        if (now.sha256().equals(before.sha256())) {
            return List.of();
        }
        summary = now;
        return List.of(new ScheduleEvent.ActivityEdited(activity, now.finish(), before.finish(), now.sha256(), at));
    }

    String href() {
        return project().href() + "/schedule";
    }

    public ScheduleSummary summary() {
        return summary;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    protected ScheduleView state() {
        return ScheduleView.of(this, null);
    }

    @Override
    protected Set<ScheduleAction> actions() {
        return EnumSet.allOf(ScheduleAction.class);
    }

    @Override
    protected boolean possible(ScheduleAction action) {
        return project().isOpen();
    }

    @Override
    protected void permits(Actor by, ScheduleAction action) {
        requireLeader(by);
    }
}
