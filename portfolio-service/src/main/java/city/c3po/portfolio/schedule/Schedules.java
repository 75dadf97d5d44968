package city.c3po.portfolio.schedule;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Journal;
import city.c3po.platform.rule.Seen;
import city.c3po.platform.time.CityCalendar;
import city.c3po.portfolio.project.ProjectFacts;
import city.c3po.portfolio.project.ProjectParts;
import city.c3po.portfolio.project.Projects;
import city.c3po.portfolio.reference.CityCalendars;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The schedules, and what becomes of their rows and of the project's milestones when one changes. */
@Singleton
public class Schedules extends ProjectParts<Schedule, ScheduleAction> {
    private final Projects projects;
    private final ProjectFacts facts;
    private final CityCalendars calendars;
    private final ScheduleRows rows;
    private final ObjectMapper json;

    Schedules(
            EntityManager entities,
            Journal journal,
            Projects projects,
            ProjectFacts facts,
            CityCalendars calendars,
            ScheduleRows rows,
            ObjectMapper json) {
        super(Schedule.class, entities, journal);
        this.projects = projects;
        this.facts = facts;
        this.calendars = calendars;
        this.rows = rows;
        this.json = json;
    }

    Schedule put(UUID project, Actor by, Seen seen, SchedulePlan said, Instant at) {
        var owner = projects.get(project, by);
        return put(
                project,
                by,
                seen,
                ScheduleAction.REPLACE,
                () -> new Schedule(owner),
                schedule -> replaced(schedule, by, said, at),
                schedule -> replaced(schedule, by, said, at));
    }

    Schedule editActivity(
            UUID project, String id, Actor by, Seen seen, UnaryOperator<PlannedActivity> better, Instant at) {
        written(project, by);
        return edit(project, by, seen, ScheduleAction.EDIT_ACTIVITY, schedule -> {
            var plan = plan(project, by);
            int place = plan.place(id);
            var said = better.apply(plan.activities().get(place));
            ScheduleRule.ACTIVITY_KEEPS_ITS_ID.require(said.id().equals(id));
            var computed = computed(plan.with(said));
            var events = schedule.edit(by, id, computed, at);
            if (!events.isEmpty()) {
                rows.edit(project, schedule.version() + events.size(), place, computed);
                facts.planned(project, computed.milestones(), at);
            }
            return events;
        });
    }

    private List<ScheduleEvent> replaced(Schedule schedule, Actor by, SchedulePlan said, Instant at) {
        ScheduleRule.PROJECT_OPEN.require(schedule.project().isOpen());
        schedule.requireReplaceable(by);
        var computed = computed(said);
        var events = schedule.replace(by, computed, at);
        if (!events.isEmpty()) {
            rows.replace(schedule.id(), schedule.version() + events.size(), computed);
            facts.planned(schedule.id(), computed.milestones(), at);
        }
        return events;
    }

    private ComputedSchedule computed(SchedulePlan plan) {
        return ComputedSchedule.of(plan, calendarOf(plan), json);
    }

    public CityCalendar calendarOf(SchedulePlan plan) {
        return calendars.of(Objects.requireNonNull(plan.calendar()), "/calendar");
    }

    /** The schedule of a project that the caller may see; refused while there is none. */
    public Schedule written(UUID project, Actor by) {
        projects.get(project, by);
        ScheduleRule.SCHEDULE_WRITTEN.require(entities().find(Schedule.class, project) != null);
        return get(project, by);
    }

    /** Everything that was said, put together again. */
    public SchedulePlan plan(UUID project, Actor by) {
        var summary = written(project, by).summary();
        return new SchedulePlan(
                summary.calendar(),
                summary.start(),
                summary.dataDate(),
                rows.all(project).stream().map(ScheduledActivity::said).toList(),
                rows.links(project, 0, Integer.MAX_VALUE).stream()
                        .map(ScheduledLink::said)
                        .toList());
    }

    /** All activities with their dates, in order. */
    public List<ScheduledActivity> activities(UUID project, Actor by) {
        written(project, by);
        return rows.all(project);
    }

    /** Everything that was said; none before the first time. */
    Optional<SchedulePlan> planIfWritten(UUID project, Actor by) {
        projects.get(project, by);
        return entities().find(Schedule.class, project) == null ? Optional.empty() : Optional.of(plan(project, by));
    }

    ScheduledActivity activity(UUID project, String id, Actor by) {
        written(project, by);
        return rows.one(project, id).orElseThrow(ScheduleRule.ACTIVITY_KNOWN::violated);
    }

    List<ScheduledActivity> some(UUID project, ActivityFilter filter, int after, int limit, Actor by) {
        written(project, by);
        return rows.some(project, filter, after, limit);
    }

    List<ScheduledLink> links(UUID project, int after, int limit, Actor by) {
        written(project, by);
        return rows.links(project, after, limit);
    }
}
