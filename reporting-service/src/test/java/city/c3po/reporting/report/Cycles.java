package city.c3po.reporting.report;

import city.c3po.reporting.Api;
import city.c3po.reporting.City;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Report cycles of one city, told in a few words. */
public final class Cycles {
    public static final Api PPM = Api.as("ppm");
    public static final Api SECOND = Api.as("ppm-2");
    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    private final City city;

    public Cycles(City city) {
        this.city = city;
    }

    public static LocalDate today() {
        return LocalDate.ofInstant(Instant.now(), ZONE);
    }

    public String cycle(LocalDate cutOff, String more) {
        return "{\"body\":\"" + city.body + "\",\"title\":\"Technology portfolio\",\"cutOff\":\"" + cutOff
                + "\",\"meetingDate\":\"" + cutOff.plusDays(10) + "\"" + more + "}";
    }

    /** @return the address of the cycle */
    public String collecting(LocalDate cutOff) {
        return collecting(cutOff, "");
    }

    public String collecting(LocalDate cutOff, String more) {
        var path = PPM.post("/v1/report-cycles", cycle(cutOff, more)).is(201).at("/href");
        PPM.verb(path, "collect", "").is(200);
        return path;
    }

    public String frozen(LocalDate cutOff) {
        var path = collecting(cutOff);
        PPM.verb(path, "freeze", "{}").is(200);
        return path;
    }

    public String published(LocalDate cutOff) {
        return publish(frozen(cutOff));
    }

    public String publish(String path) {
        PPM.verb(path, "review", "").is(200);
        SECOND.verb(path, "publish", "").is(200);
        return path;
    }

    public static String report(String cycle) {
        return cycle.replace("/v1/report-cycles/", "/v1/reports/");
    }

    public static String id(String cycle) {
        return cycle.substring(cycle.lastIndexOf('/') + 1);
    }
}
