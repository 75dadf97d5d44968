package city.c3po.reporting.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.reporting.Api;
import city.c3po.reporting.City;
import city.c3po.testing.Tokens;
import city.c3po.testing.WithInfra;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the portfolio stands, and stood. Other tests' records are in the same log: what is compared is the difference. */
@QuarkusTest
@WithInfra(value = "reporting", consumes = "portfolio", cabled = true)
class PortfolioResourceTest {
    private static final Api PPM = Api.as("ppm");

    private City city;

    @BeforeEach
    void open() {
        city = new City();
    }

    @AfterEach
    void close() {
        city.close();
    }

    private static JsonNode summary(String query) {
        return PPM.get("/v1/portfolio-summary" + query).is(200).json();
    }

    private static String project(String colour, String amount) {
        return "\"colour\":{\"computed\":\"" + colour + "\",\"reported\":\"" + colour + "\"},\"budget\":{\"amount\":"
                + amount
                + ",\"currency\":\"USD\"},\"baseline\":{\"original\":{\"finish\":\"2026-01-01\",\"cost\":null}},\"forecast\":{\"finish\":\"2026-01-31\",\"cost\":{\"amount\":"
                + amount + ",\"currency\":\"USD\"}}";
    }

    @Test
    void countsAndAddsUpWhatIs() {
        var before = summary("").path("byDepartment").path(city.department).asInt();
        assertEquals(0, before);
        var spent = amount(summary("").at("/cost/actual/amount"));
        city.project(city.body + "-1", "created", Instant.now(), "EXECUTING", project("GREEN", "100.50"));
        city.project(city.body + "-2", "created", Instant.now(), "PLANNING", project("RED", "200.00") + """
                ,"actual":{"cost":{"amount":50.00,"currency":"USD"}},"moneyActual":{"cost":{"amount":77.25,"currency":"USD"}}""");
        city.project(city.body + "-3", "created", Instant.now(), "CLOSED", project("RED", "400.00"));

        var now = summary("");

        assertEquals(2, now.path("byDepartment").path(city.department).asInt());
        assertTrue(now.at("/cost/planned/amount").decimalValue().signum() > 0);
        assertTrue(now.at("/cost/forecastToPlan/value").decimalValue().signum() > 0);
        assertTrue(now.at("/slip/projects").asInt() >= 2);
        assertEquals(
                0,
                new BigDecimal("77.25")
                        .compareTo(amount(now.at("/cost/actual/amount")).subtract(spent)),
                "as finance posts it, not as the project says");
    }

    private static BigDecimal amount(JsonNode value) {
        return value.isNumber() ? value.decimalValue() : BigDecimal.ZERO;
    }

    @Test
    void anyPastInstantCanBeAskedFor() {
        var start = Instant.now().minus(Duration.ofDays(30));
        city.project(city.body + "-1", "created", start, "PLANNING", project("GREEN", "1.00"));
        city.project(city.body + "-1", "moved", start.plus(Duration.ofDays(10)), "CLOSED", project("GREEN", "1.00"));
        city.project(
                city.body + "-2", "created", start.plus(Duration.ofDays(20)), "PLANNING", project("GREEN", "1.00"));

        assertEquals(0, of(start.minusSeconds(1)));
        assertEquals(1, of(start.plusSeconds(1)));
        assertEquals(0, of(start.plus(Duration.ofDays(11))));
        assertEquals(1, of(start.plus(Duration.ofDays(21))));
        var empty = summary("?asOf=1990-01-01T00:00:00Z");
        assertEquals(0, empty.path("projects").asInt());
        assertTrue(empty.at("/cost/planned").isNull(), "never zero");
        assertEquals("missing-input", empty.at("/cost/forecastToPlan/reason").asText());
        PPM.get("/v1/portfolio-summary?asOf=soon").is(400, "bad-parameter");
    }

    private int of(Instant instant) {
        return summary("?asOf=" + instant.truncatedTo(ChronoUnit.SECONDS))
                .path("byDepartment")
                .path(city.department)
                .asInt();
    }

    @Test
    void trendsGoMonthByMonth() {
        city.project(
                city.body + "-1",
                "created",
                Instant.now().minus(Duration.ofDays(100)),
                "PLANNING",
                project("GREEN", "1.00"));
        var months = PPM.get("/v1/trends?months=6").is(200).json().path("months");
        assertEquals(6, months.size());
        assertEquals(0, months.at("/0/summary/byDepartment/" + city.department).asInt());
        assertEquals(1, months.at("/5/summary/byDepartment/" + city.department).asInt());
        PPM.get("/v1/trends?months=0").is(400, "bad-parameter");
        PPM.get("/v1/trends?months=61").is(400, "bad-parameter");
    }

    @Test
    void everybodySeesTheFiguresOfWhatTheyMaySee() {
        city.tell(
                "project",
                "created",
                city.body + "-secret",
                Instant.now(),
                "\"title\":\"Secret\",\"state\":\"PLANNING\",\"sponsoringDepartment\":\"" + city.department + "\"",
                "CONFIDENTIAL");
        assertEquals(1, summary("").path("byDepartment").path(city.department).asInt(), "the office");
        assertEquals(
                0,
                Api.with(Tokens.client("reporting-job"))
                        .get("/v1/portfolio-summary")
                        .json()
                        .path("byDepartment")
                        .path(city.department)
                        .asInt());
        assertEquals(
                1,
                Api.with(Tokens.as("submitter").departments(city.department))
                        .get("/v1/portfolio-summary")
                        .json()
                        .path("byDepartment")
                        .path(city.department)
                        .asInt());
    }
}
