package city.c3po.portfolio.project;

import city.c3po.platform.rule.Seen;
import city.c3po.portfolio.reference.CityDay;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** What the packages of controls tell the project that it must know itself. */
@Singleton
public class ProjectFacts {
    /** A project names its milestones, not its whole schedule. */
    private static final int MOST_MILESTONES = 50;

    private final Projects projects;
    private final CityDay day;

    ProjectFacts(Projects projects, CityDay day) {
        this.projects = projects;
        this.day = day;
    }

    public void planned(UUID project, List<ProjectMilestone> milestones, Instant at) {
        var named = milestones.stream().limit(MOST_MILESTONES).toList();
        tell(project, known -> known.planned(named, at));
    }

    public void baselined(UUID project, ProjectBaseline.Point approved, Map<String, LocalDate> days, Instant at) {
        tell(project, known -> known.baselined(approved, days, at));
    }

    public void spent(UUID project, MoneyActual posted, Instant at) {
        tell(project, known -> known.spent(posted, at));
    }

    public void coloured(UUID project, ProjectColour told, Instant at) {
        tell(project, known -> known.coloured(told, at));
    }

    /** An approved change takes it far off its course. */
    public void offCourse(UUID project, List<String> because, Instant at) {
        tell(project, known -> known.offCourse(because, day.of(at), at));
    }

    private void tell(UUID project, Function<Project, List<ProjectEvent>> fact) {
        projects.edit(project, Projects.SUITE, Seen.whatever(), ProjectAction.FOLLOW, fact::apply);
    }
}
