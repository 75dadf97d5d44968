package city.c3po.reporting.report;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Days as City Hall counts them. */
@Singleton
public class CityDays {
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

    private final ZoneId zone;

    CityDays(@ConfigProperty(name = "c3po.city.zone") ZoneId zone) {
        this.zone = zone;
    }

    public ZoneId zone() {
        return zone;
    }

    public LocalDate of(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    Schedule schedule(Cycle cycle) {
        return Schedule.of(cycle, endOf(cycle.cutOff()), endOf(cycle.meetingDate()));
    }

    private Instant endOf(LocalDate day) {
        return day.atTime(END_OF_DAY).atZone(zone).toInstant();
    }
}
