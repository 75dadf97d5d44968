package city.c3po.platform.web;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Gives back what the start leaves behind. An idle service allocates so little that its next collection may be hours away,
 * and until then all that was read once, to find out what classes and settings say, takes its room.
 */
@Singleton
class Settling {
    private static final Duration AFTER_THE_START = Duration.ofSeconds(10);

    void once(@Observes StartupEvent started) {
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            Thread.ofVirtual().name("settling").start(Settling::settle);
        }
    }

    private static void settle() {
        try {
            Thread.sleep(AFTER_THE_START);
            System.gc();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
