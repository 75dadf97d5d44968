package city.c3po.charter.project;

import city.c3po.platform.time.CityCalendar;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The city's business days, with the holidays of every calendar that portfolio has told of. */
@Singleton
public class CityDays {
    private final EntityManager entities;
    private final ObjectMapper json;
    private final ZoneId zone;

    CityDays(EntityManager entities, ObjectMapper json, @ConfigProperty(name = "c3po.city.zone") ZoneId zone) {
        this.entities = entities;
        this.json = json;
        this.zone = zone;
    }

    @SuppressWarnings("unchecked")
    public CityCalendar calendar() {
        var holidays = new HashSet<LocalDate>();
        List<String> calendars = entities.createNativeQuery(
                        "select cast(holidays as text) from known_calendar", String.class)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
        calendars.forEach(text -> read(text).forEach(day -> holidays.add(LocalDate.parse(day.textValue()))));
        return new CityCalendar(zone, holidays);
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a calendar was taken that cannot be read", e);
        }
    }
}
