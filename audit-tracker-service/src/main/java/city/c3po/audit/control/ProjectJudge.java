package city.c3po.audit.control;

import city.c3po.audit.known.KnownRecords;
import city.c3po.audit.known.Told;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What projects, and the initiatives that they come from, say of approach, ranking, accompaniment and lessons. */
final class ProjectJudge {
    private static final Set<String> UNDER_WAY = Set.of(
            "TRIAGED",
            "UNDER_REVIEW",
            "SCORED",
            "ON_DOCKET",
            "APPROVED",
            "CONDITIONALLY_APPROVED",
            "DEFERRED",
            "CONVERTED");

    private ProjectJudge() {}

    static void project(Told project, KnownRecords known, Readings into) {
        var subject = Readings.reference(project);
        if (project.says("/state", "CLOSED")) {
            boolean learned =
                    known.lessonsOf(project.id()).stream().anyMatch(lesson -> !lesson.says("/state", "RETIRED"));
            into.count(Part.LESSONS_RECORDED, "", subject, learned ? null : "no lesson");
        }
        var first = known.engagementsOf(project.id()).stream()
                .map(engagement -> engagement.day("/solicitedOn"))
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(null);
        if (first == null || project.says("/state", "CANCELLED")) {
            return;
        }
        if (first.isAfter(into.today())) {
            into.again(first);
            return;
        }
        into.count(Part.APPROACH_BEFORE_SOLICITATION, "", subject, approach(project, first, known));
        var initiative = project.text("/initiative/id");
        into.count(
                Part.PROCUREMENT_RANKED,
                "",
                subject,
                initiative == null ? "no initiative" : known.isRanked(initiative) ? null : "not ranked");
    }

    private static @Nullable String approach(Told project, LocalDate solicited, KnownRecords known) {
        var charter = known.charterOf(project.id()).orElse(null);
        if (charter == null) {
            return "no charter";
        }
        var decided = charter.day("/content/project/how/approach/decidedOn");
        if (decided == null) {
            return "not decided";
        }
        return decided.isBefore(solicited) ? null : "decided on " + decided + ", solicited on " + solicited;
    }

    static void initiative(Told initiative, KnownRecords known, Readings into) {
        var state = initiative.text("/state");
        if (!initiative.says("/triage/outcome", "MAJOR") || state == null || !UNDER_WAY.contains(state)) {
            return;
        }
        var projects = known.projectsOf(initiative.id()).stream()
                .filter(project -> !project.says("/state", "CANCELLED"))
                .toList();
        into.count(
                Part.MAJOR_ACCOMPANIED, "", Readings.reference(initiative), accompanied(initiative, projects, known));
    }

    private static @Nullable String accompanied(Told initiative, List<Told> projects, KnownRecords known) {
        boolean led =
                initiative.text("/ppm") != null || projects.stream().anyMatch(project -> project.text("/ppm") != null);
        if (!led) {
            return "no PPM";
        }
        boolean met = projects.stream()
                .allMatch(project -> known.charterOf(project.id())
                        .map(charter -> charter.whole("/sessions", 0) > 0)
                        .orElse(false));
        return met ? null : "no session held";
    }
}
