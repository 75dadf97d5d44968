package city.c3po.reporting.changes;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How the feed is given. */
@ConfigMapping(prefix = "c3po.feed")
interface FeedConfig {
    Duration stalledAfter();

    Duration cursorLife();

    int waiters();

    int streams();

    int readers();
}
