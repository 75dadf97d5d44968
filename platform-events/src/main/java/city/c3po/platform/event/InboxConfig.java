package city.c3po.platform.event;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** What this service takes from others. */
@ConfigMapping(prefix = "c3po")
public interface InboxConfig {
    /** Each is the word in a topic's name: {@code portfolio} of {@code c3po.portfolio.v1}. Never the service itself. */
    Optional<List<String>> sources();
}
