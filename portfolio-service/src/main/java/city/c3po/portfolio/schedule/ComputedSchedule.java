package city.c3po.portfolio.schedule;

import city.c3po.platform.time.CityCalendar;
import city.c3po.portfolio.project.ProjectMilestone;
import city.c3po.portfolio.schedule.network.ActivityDates;
import city.c3po.portfolio.schedule.network.CriticalPath;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * A schedule and the dates that follow from it.
 *
 * @param sha256 over everything that was said, so that two schedules can be compared without their rows
 */
public record ComputedSchedule(SchedulePlan plan, CriticalPath path, String sha256) {
    /** The driving path of a plan with 20,000 activities is not for reading; its end is. */
    private static final int LONGEST_PATH_TOLD = 500;

    static ComputedSchedule of(SchedulePlan plan, CityCalendar calendar, ObjectMapper json) {
        plan.requireSound();
        var path = CriticalPath.of(plan.network(), calendar, Objects.requireNonNull(plan.dataDate()));
        return new ComputedSchedule(plan, path, hash(plan, json));
    }

    private static String hash(SchedulePlan plan, ObjectMapper json) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(json.writeValueAsBytes(plan)));
        } catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalStateException("cannot hash a schedule", e);
        }
    }

    ScheduleSummary summary() {
        var driving = path.drivingPath();
        return new ScheduleSummary(
                Objects.requireNonNull(plan.calendar()),
                plan.start(),
                path.dataDate(),
                path.finish(),
                path.duration(),
                plan.activities().size(),
                Objects.requireNonNull(plan.links()).size(),
                (int) plan.activities().stream()
                        .filter(PlannedActivity::isMilestone)
                        .count(),
                (int) path.activities().stream().filter(ActivityDates::critical).count(),
                driving.subList(Math.max(0, driving.size() - LONGEST_PATH_TOLD), driving.size()),
                plan.activities().stream()
                        .map(PlannedActivity::budget)
                        .filter(Objects::nonNull)
                        .reduce(BigDecimal::add)
                        .orElse(null),
                sha256);
    }

    List<ProjectMilestone> milestones() {
        return plan.activities().stream()
                .filter(PlannedActivity::isMilestone)
                .map(said -> new ProjectMilestone(
                        said.id(), said.title(), null, path.of(said.id()).earlyFinish(), said.actualFinish()))
                .toList();
    }
}
