package city.c3po.reporting.report;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Looks after reports that wait for their sources. Each replica does; the report's own lock lets one of them freeze it,
 * and the others find nothing left to do.
 */
@Singleton
class FreezeWatch {
    private static final Logger LOG = Logger.getLogger(FreezeWatch.class);

    private final Freezing freezing;
    private final Reports reports;
    private final Duration lookEvery;
    private final Thread watch =
            Thread.ofPlatform().name("freeze-watch").daemon().unstarted(this::watch);

    FreezeWatch(
            Freezing freezing, Reports reports, @ConfigProperty(name = "c3po.report.look-every") Duration lookEvery) {
        this.freezing = freezing;
        this.reports = reports;
        this.lookEvery = lookEvery;
    }

    void start(@Observes StartupEvent started) {
        watch.start();
    }

    void stop(@Observes ShutdownEvent stopped) {
        watch.interrupt();
    }

    private void watch() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                look();
                Thread.sleep(lookEvery);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            QuarkusTransaction.requiringNew().call(reports::waitingToBeFrozen).forEach(freezing::again);
        } catch (RuntimeException e) {
            // the database is away, or the report was locked for too long: the next look tries again
            LOG.warnf("cannot freeze a waiting report cause=%s", e.toString());
        }
    }
}
