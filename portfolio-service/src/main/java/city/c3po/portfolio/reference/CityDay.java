package city.c3po.portfolio.reference;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which day it is at City Hall: policies take effect, years begin and lists are filtered by it. */
@Singleton
public class CityDay {
    private final ZoneId zone;

    CityDay(@ConfigProperty(name = "c3po.city.zone") ZoneId zone) {
        this.zone = zone;
    }

    public LocalDate of(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
