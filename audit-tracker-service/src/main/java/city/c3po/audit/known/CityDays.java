package city.c3po.audit.known;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which day it is in the city. */
@Singleton
public class CityDays {
    private final InstantSource clock;
    private final ZoneId zone;

    CityDays(InstantSource clock, @ConfigProperty(name = "c3po.city.zone") ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    public Instant now() {
        return clock.instant();
    }

    public LocalDate today() {
        return dateOf(clock.instant());
    }

    public LocalDate dateOf(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /** When a day begins in the city. */
    public Instant begin(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
