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
 * Closes gates whose condition was not met in time. A move does not wait for it: it looks at the day itself. Only one
 * replica works at a time, and what another one did meanwhile is no change.
 */
@Singleton
class OverdueGates {
    private static final Logger LOG = Logger.getLogger(OverdueGates.class);
    private static final int AT_ONCE = 200;

    private final Projects projects;
    private final EntityManager entities;
    private final InstantSource clock;
    private final CityDay day;

    OverdueGates(Projects projects, EntityManager entities, InstantSource clock, CityDay day) {
        this.projects = projects;
        this.entities = entities;
        this.clock = clock;
        this.day = day;
    }

    @Scheduled(
            identity = "close-overdue-gates",
            every = "${c3po.gates.close-every}",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void close() {
        int closed = QuarkusTransaction.requiringNew().call(this::closeSome);
        if (closed > 0) {
            LOG.infof("gates closed again projects=%d", closed);
        }
    }

    /** How many projects changed. */
    int closeSome() {
        if (!isOurTurn()) {
            return 0;
        }
        var at = clock.instant();
        var today = day.of(at);
        int closed = 0;
        for (var id : projects.withOverdueGates(today, AT_ONCE)) {
            projects.edit(
                    id,
                    Projects.SUITE,
                    Seen.whatever(),
                    ProjectAction.FOLLOW,
                    project -> project.closeOverdueGates(Projects.SUITE, today, at));
            closed++;
        }
        return closed;
    }

    private boolean isOurTurn() {
        return entities.unwrap(Session.class)
                .createNativeQuery(
                        "select pg_try_advisory_xact_lock(hashtextextended('overdue-gates', 0))", Boolean.class)
                .getSingleResult();
    }
}
