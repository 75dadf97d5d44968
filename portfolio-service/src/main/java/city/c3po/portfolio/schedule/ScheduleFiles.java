package city.c3po.portfolio.schedule;

import static city.c3po.portfolio.schedule.ScheduleRule.START_SAID;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.rule.Seen;
import city.c3po.portfolio.schedule.exchange.ScheduleCsv;
import city.c3po.portfolio.schedule.exchange.ScheduleFile;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Schedules as files of other programs say them. */
@Singleton
class ScheduleFiles {
    private final Schedules schedules;

    ScheduleFiles(Schedules schedules) {
        this.schedules = schedules;
    }

    /** Such a file knows neither budgets nor estimates: those of the same activities are kept. */
    Schedule read(UUID project, Actor by, Seen seen, ScheduleFile file, Instant at) {
        var before = schedules.planIfWritten(project, by);
        var known = new HashMap<String, PlannedActivity>();
        before.ifPresent(plan -> plan.activities().forEach(activity -> known.put(activity.id(), activity)));
        var activities = file.items().stream()
                .map(ScheduleFiles::said)
                .map(said -> known.containsKey(said.id()) ? said.knowing(known.get(said.id())) : said)
                .toList();
        var links = file.links().stream().map(PlannedLink::of).toList();
        var calendar = before.map(SchedulePlan::calendar).orElse(null);
        return schedules.put(
                project, by, seen, new SchedulePlan(calendar, file.start(), file.statusDate(), activities, links), at);
    }

    /** A table says no dates of the project: those given, or those known already. */
    ScheduleFile table(
            UUID project, Actor by, InputStream content, @Nullable LocalDate start, @Nullable LocalDate dataDate) {
        var before = schedules.planIfWritten(project, by);
        var from = start == null ? before.map(SchedulePlan::start).orElse(null) : start;
        START_SAID.require(from != null);
        var until = dataDate == null ? before.map(SchedulePlan::dataDate).orElse(null) : dataDate;
        return ScheduleCsv.read(content, "", from, until);
    }

    ScheduleFile write(UUID project, Actor by) {
        var plan = schedules.plan(project, by);
        return new ScheduleFile(
                schedules.written(project, by).project().plan().title(),
                plan.start(),
                plan.dataDate(),
                plan.activities().stream()
                        .map(said -> new ScheduleFile.Item(
                                said.activity(), said.title(), said.wbs() == null ? "" : said.wbs()))
                        .toList(),
                plan.links().stream().map(PlannedLink::link).toList());
    }

    private static PlannedActivity said(ScheduleFile.Item item) {
        var said = item.activity();
        return new PlannedActivity(
                said.id(),
                item.title(),
                item.wbs(),
                said.kind(),
                said.duration(),
                said.actualStart(),
                said.actualFinish(),
                said.remaining(),
                said.constraints().stream()
                        .map(known -> new PlannedConstraint(known.type(), known.date()))
                        .toList(),
                null,
                null,
                null,
                null,
                null);
    }
}
