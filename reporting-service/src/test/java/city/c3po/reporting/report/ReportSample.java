package city.c3po.reporting.report;

import city.c3po.reporting.City;
import city.c3po.testing.People;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A report of the committee that is frozen and not published, for tests that need one to exist. */
public final class ReportSample {
    private static @Nullable String id;

    private ReportSample() {}

    public static synchronized String id() {
        if (id == null || Cycles.PPM.get("/v1/report-cycles/" + id).status() != 200) {
            try (var city = new City()) {
                city.mark(Instant.now());
                var day = Cycles.today().minusDays(1);
                var path = Cycles.PPM
                        .post(
                                "/v1/report-cycles",
                                "{\"body\":\"" + People.COMMITTEE + "\",\"title\":\"Sample\",\"cutOff\":\"" + day
                                        + "\",\"meetingDate\":\"" + day + "\"}")
                        .is(201)
                        .at("/href");
                Cycles.PPM.verb(path, "collect", "").is(200);
                Cycles.PPM.verb(path, "freeze", "{}").is(200);
                Cycles.PPM.verb(path, "review", "").is(200);
                id = Cycles.id(path);
            }
        }
        return id;
    }
}
