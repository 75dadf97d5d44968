package city.c3po.portfolio.project;

import city.c3po.platform.rule.Seen;
import city.c3po.portfolio.reference.CityDay;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * Takes the colour from projects whose status report, be it the first one, is more than a week late, and turns those red
 * that owe a special report for too long. Only one replica works at a time, and what another one did meanwhile is no change.
 */
@Singleton
class StaleColours {
    private static final Logger LOG = Logger.getLogger(StaleColours.class);
    private static final int AT_ONCE = 200;

    private final Projects projects;
    private final EntityManager entities;
    private final InstantSource clock;
    private final CityDay day;

    StaleColours(Projects projects, EntityManager entities, InstantSource clock, CityDay day) {
        this.projects = projects;
        this.entities = entities;
        this.clock = clock;
        this.day = day;
    }

    @Scheduled(
            identity = "stale-colours",
            every = "${c3po.reports.check-every}",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void fade() {
        int faded = QuarkusTransaction.requiringNew().call(this::fadeSome);
        if (faded > 0) {
            LOG.infof("colours faded projects=%d", faded);
        }
    }

    /** How many projects changed. */
    int fadeSome() {
        if (!isOurTurn()) {
            return 0;
        }
        var at = clock.instant();
        var today = day.of(at);
        var late = projects.withLateReports(today, AT_ONCE);
        for (var id : late) {
            projects.edit(
                    id,
                    Projects.SUITE,
                    Seen.whatever(),
                    ProjectAction.FOLLOW,
                    project -> project.fade(Projects.SUITE, day.of(project.createdAt()), today, at));
        }
        return late.size();
    }

    private boolean isOurTurn() {
        return entities.unwrap(Session.class)
                .createNativeQuery(
                        "select pg_try_advisory_xact_lock(hashtextextended('stale-colours', 0))", Boolean.class)
                .getSingleResult();
    }
}
