package city.c3po.gateway.documents;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Gives back what the start leaves behind: documents were trees before they became bytes, and an idle gateway allocates so
 * little that its next collection may be hours away.
 */
@Singleton
class Settling {
    private static final Duration AFTER_THE_FIRST_DOCUMENTS = Duration.ofSeconds(10);

    void once(@Observes StartupEvent started) {
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            Thread.ofVirtual().name("settling").start(Settling::settle);
        }
    }

    private static void settle() {
        try {
            Thread.sleep(AFTER_THE_FIRST_DOCUMENTS);
            System.gc();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
