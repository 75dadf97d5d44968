package city.c3po.audit.audit;

import static city.c3po.audit.Http.AUDITOR;
import static city.c3po.audit.Http.BOARD;
import static city.c3po.audit.Http.PPM;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.hrefOf;
import static city.c3po.testing.http.Requests.refused;
import static city.c3po.testing.http.Requests.verb;
import static org.junit.jupiter.api.Assertions.assertEquals;

import city.c3po.audit.City;
import city.c3po.audit.TheServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TheServers.class)
class FindingTest {
    private static final String ERRATUM = "{\"text\": \"Page 14: %s\"}";

    @Test
    void a_finding_stays_as_recorded_and_errata_are_added() {
        var finding = City.finding(City.audit(), false);
        assertEquals("role-missing", refused(403, verb(BOARD, finding, "addenda", ERRATUM.formatted("all"))));
        assertEquals(
                "body-records",
                refused(403, verb(AUDITOR.bodies("another"), finding, "addenda", ERRATUM.formatted("all"))));
        var once = expect(200, verb(AUDITOR, finding, "addenda", ERRATUM.formatted("some are")));
        assertEquals("stale-version", refused(412, verb(AUDITOR, finding, "addenda", ERRATUM.formatted("none"))));
        expect(200, verb(PPM, once, "addenda", ERRATUM.formatted("most are")));
        var read = expect(200, get(BOARD, hrefOf(finding))).jsonPath();
        assertEquals("They are", read.getString("condition"));
        assertEquals(List.of("Page 14: some are", "Page 14: most are"), read.getList("addenda.text"));
    }
}
