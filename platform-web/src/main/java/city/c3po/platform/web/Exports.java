package city.c3po.platform.web;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A stream holds a batch of rows in memory for as long as its reader takes. Only so many run at once. */
@Singleton
public class Exports {
    private static final String RETRY_SECONDS = "5";

    private final Semaphore places;

    Exports(@ConfigProperty(name = "c3po.streams.max") int most) {
        this.places = new Semaphore(most);
    }

    /** Something that writes a stream. */
    @FunctionalInterface
    public interface Export {
        void run() throws IOException;
    }

    public void run(Export export) throws IOException {
        if (!places.tryAcquire()) {
            throw Refusal.TOO_MANY_REQUESTS.refused(Map.of("Retry-After", RETRY_SECONDS));
        }
        try {
            export.run();
        } finally {
            places.release();
        }
    }
}
