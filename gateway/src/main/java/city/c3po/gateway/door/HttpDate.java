package city.c3po.gateway.door;

import io.micrometer.core.instrument.Clock;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The present as the header {@code Date} has it, written once a second however many answers say it. */
@Singleton
final class HttpDate {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private record Second(long number, String text) {
        static Second of(long number) {
            return new Second(number, FORMAT.format(Instant.ofEpochSecond(number)));
        }
    }

    private final Clock clock;
    private volatile Second last = Second.of(0);

    HttpDate(Clock clock) {
        this.clock = clock;
    }

    String now() {
        var number = Math.floorDiv(clock.wallTime(), 1000);
        var known = last;
        if (known.number != number) {
            known = Second.of(number);
            last = known;
        }
        return known.text;
    }
}
