package city.c3po.platform.web;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Forgets idempotency keys that are older than we promised to remember them. */
@Singleton
class Forgetting {
    private static final Logger LOG = Logger.getLogger(Forgetting.class);

    private final KeptAnswers kept;

    Forgetting(KeptAnswers kept) {
        this.kept = kept;
    }

    @Scheduled(
            identity = "forget-idempotency-keys",
            every = "${c3po.idempotency.purge-every}",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void forget() {
        int all = 0;
        for (int some = kept.purgeSome(); some > 0; some = kept.purgeSome()) {
            all += some;
        }
        if (all > 0) {
            LOG.infof("idempotency keys forgotten count=%d", all);
        }
    }
}
