package city.c3po.audit.direction;

import static city.c3po.audit.Http.CLERK;
import static city.c3po.audit.Http.PPM;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.verb;

import city.c3po.audit.City;
import city.c3po.audit.known.CityDays;
import java.time.temporal.ChronoUnit;

/** Everything that can happen to a direction, once. */
public final class DirectionStory {
    private static final String ANSWER =
            "{\"text\": \"Here they are\", \"report\": \"01a20112-3ccf-727a-bcf8-9101fc2a90d7\"}";

    private DirectionStory() {}

    public static void tell(DirectionWatch watch, CityDays days) {
        City.departments();
        var given = City.direction();
        watch.look(days.begin(days.today()).plus(900, ChronoUnit.DAYS));
        var answered = expect(200, City.verbOn(PPM, given, "answer", ANSWER));
        var back = expect(200, verb(CLERK, answered, "send-back", "{\"reason\": \"Two are missing\"}"));
        expect(200, verb(CLERK, expect(200, verb(PPM, back, "answer", ANSWER)), "satisfy"));
        expect(200, verb(CLERK, City.direction(), "withdraw", "{\"reason\": \"Overtaken\"}"));
    }
}
