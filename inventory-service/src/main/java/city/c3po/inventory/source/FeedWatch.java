package city.c3po.inventory.source;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/**
 * Notices feeds that do not come, and those that come again. Every replica looks; the row's lock and the column that says so have each change told once.
 */
@Singleton
class FeedWatch {
    private final Sources sources;
    private final InstantSource clock;

    FeedWatch(Sources sources, InstantSource clock) {
        this.sources = sources;
        this.clock = clock;
    }

    @Scheduled(every = "{c3po.inventory.feeds.look-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        var at = clock.instant();
        var misjudged = QuarkusTransaction.requiringNew().call(() -> sources.misjudged(at));
        for (var code : misjudged) {
            QuarkusTransaction.requiringNew().run(() -> sources.judge(code, at));
        }
    }
}
