package city.c3po.audit.control;

import static city.c3po.audit.Http.AUDITOR;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.put;

import city.c3po.audit.City;
import city.c3po.audit.known.CityDays;
import city.c3po.audit.recommendation.TimeWatch;
import java.time.YearMonth;

/** Everything that can happen to a control and to what it measures, once. */
public final class ControlStory {
    private static final String CONTROL = "/v1/controls/liaisons";

    private ControlStory() {}

    public static void tell(Measuring measuring, TimeWatch time, CityDays days) {
        measuring.look(days.now());
        var measured = City.implemented();
        var others = new TheOthers(days);
        others.project("PROCURING");
        others.engagement(days.today().minusDays(9), days.today(), "ACTIVE");
        measuring.look(days.now());
        set("target", "{\"target\": 0.97}");
        set(
                "supports",
                "{\"supports\": [{\"recommendation\": \"%s\"}]}"
                        .formatted(measured.jsonPath().getString("id")));
        var month = untouched(days);
        measuring.look(days.begin(month.plusMonths(1).atDay(1)));
        measuring.look(days.begin(month.plusMonths(2).atDay(1)));
        expect(200, City.verbOn(AUDITOR, measured, "dismiss-regression", "{\"reason\": \"The project was halted\"}"));
        set("supports", "{\"supports\": []}");
        time.look(days.begin(days.today().plusMonths(6)));
        expect(200, City.verbOn(AUDITOR, measured, "record-retest", "{\"sustained\": true}"));
    }

    /** A month to come that no test has closed, nor the one before it. */
    static YearMonth untouched(CityDays days) {
        var closed = expect(200, get(AUDITOR, CONTROL)).jsonPath().<String>getList("periods.month").stream()
                .map(YearMonth::parse)
                .max(YearMonth::compareTo);
        var today = YearMonth.from(days.today());
        return closed.filter(last -> last.isAfter(today)).orElse(today).plusMonths(2);
    }

    private static void set(String part, String body) {
        var seen = expect(200, get(AUDITOR, CONTROL));
        expect(200, put(AUDITOR, CONTROL + "/" + part, seen.header("ETag"), body));
    }
}
