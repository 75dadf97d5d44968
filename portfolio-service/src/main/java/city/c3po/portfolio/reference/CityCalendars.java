package city.c3po.portfolio.reference;

import static city.c3po.portfolio.reference.ReferenceRule.REFERENCE_KNOWN;

import city.c3po.platform.rule.Convention;
import city.c3po.platform.time.CityCalendar;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The working days that plans count in. */
@Singleton
public class CityCalendars {
    /** The calendar of a plan that names none; before the city has recorded it, it knows no holidays. */
    public static final String CITY = "CITY";

    private final EntityManager entities;
    private final ZoneId zone;

    CityCalendars(EntityManager entities, @ConfigProperty(name = "c3po.city.zone") ZoneId zone) {
        this.entities = entities;
        this.zone = zone;
    }

    /** @param pointer of the member that names it */
    public CityCalendar of(String code, String pointer) {
        var found = entities.find(Calendar.class, code);
        if (found == null) {
            if (code.equals(CITY)) {
                return new CityCalendar(zone, Set.of());
            }
            throw Convention.INVALID_VALUES.violated(List.of(REFERENCE_KNOWN.at(pointer, code)));
        }
        var said = found.present();
        return new CityCalendar(
                said.zone(),
                said.holidays().stream().map(Calendar.Entry.Holiday::date).collect(Collectors.toSet()));
    }
}
