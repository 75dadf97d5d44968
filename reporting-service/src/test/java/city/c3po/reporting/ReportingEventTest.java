package city.c3po.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.c3po.reporting.report.Cycles;
import city.c3po.testing.WithInfra;
import city.c3po.testing.contract.JournalCheck;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Collection;

/** What is really journalled is what the contracts promise. */
@QuarkusTest
@WithInfra(value = "reporting", consumes = "portfolio", cabled = true)
class ReportingEventTest extends JournalCheck {
    @Override
    protected String key() {
        return "reporting";
    }

    @Override
    protected Collection<String> emittedTypes() {
        return facts("city.c3po.reporting.report.ReportEvent", "report");
    }

    @Override
    protected void tellEverything() {
        try (var city = new City()) {
            var cycles = new Cycles(city);
            var day = Cycles.today().minusDays(1);
            city.mark(Instant.now());
            city.project(city.body + "-a", "created", Instant.now(), "EXECUTING", "");
            var cycle = cycles.collecting(day);
            Cycles.PPM
                    .send(
                            "PATCH",
                            cycle,
                            "{\"agendaItem\":\"D.1\"}",
                            "If-Match",
                            Cycles.PPM.get(cycle).header("ETag"))
                    .is(200);
            City.silence();
            Cycles.PPM.verb(cycle, "freeze", "{}").is(202);
            city.mark(Instant.now());
            Portfolio.await("frozen", () -> Cycles.PPM.get(cycle).at("/state").equals("FROZEN"));
            Cycles.PPM.verb(cycle, "return", "{\"reason\":\"Once more.\"}").is(200);
            Cycles.PPM.verb(cycle, "freeze", "{}").is(200);
            cycles.publish(cycle);
            refused(city, cycles, Cycles.id(cycle));
            var corrected = Cycles.PPM
                    .verb(cycle, "supersede", "{\"reason\":\"A figure was wrong.\"}")
                    .is(201)
                    .at("/href");
            Cycles.PPM.verb(corrected, "freeze", "{}").is(200);
            cycles.publish(corrected);
            Cycles.PPM
                    .verb(corrected, "withdraw", "{\"reason\":\"A name was in it.\"}")
                    .is(200);
        }
    }

    /** One that waits, and then does not add up. */
    private static void refused(City city, Cycles cycles, String first) {
        City.asOwner("delete from report_standing where report = '" + first + "'");
        City.asOwner("update change set state = jsonb_set(state, '{state}', '\"CLOSED\"') where subject_id = '"
                + city.body + "-a'");
        city.project(city.body + "-a", "moved", Instant.now(), "CLOSED", "");
        var cycle = cycles.collecting(Cycles.today().minusDays(1));
        City.silence();
        Cycles.PPM.verb(cycle, "freeze", "{}").is(202);
        city.mark(Instant.now());
        Portfolio.await(
                "refused", () -> Cycles.PPM.get(cycle + "/freeze").at("/state").equals("REFUSED"));
        assertEquals("roll-forward-balances", Cycles.PPM.get(cycle + "/freeze").at("/refusedFor"));
        Cycles.PPM.verb(cycle, "cancel", "{\"reason\":\"No quorum.\"}").is(200);
    }
}
