package city.c3po.reporting.intake;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import city.c3po.reporting.Portfolio;
import city.c3po.testing.Cable;
import city.c3po.testing.Tokens;
import city.c3po.testing.WithInfra;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database or the broker goes away and comes back: nothing is lost, and meanwhile the service says so. */
@QuarkusTest
@WithInfra(value = "reporting", consumes = "portfolio", cabled = true)
class OutageTest {
    @TestHTTPResource(value = "/health/ready", management = true)
    URL readiness;

    private Portfolio portfolio;

    @BeforeEach
    void open() {
        portfolio = new Portfolio();
        awaitReady(200);
    }

    @AfterEach
    void close() {
        Cable.postgres().restore();
        Cable.kafka().restore();
        portfolio.close();
        awaitReady(200);
    }

    @Test
    void withoutTheDatabaseNothingIsSkipped() {
        portfolio.tell(portfolio.event("a", 1));

        Cable.postgres().cut();
        portfolio.send(portfolio.event("a", 2), portfolio.event("a", 3));
        awaitReady(503);
        assertEquals(503, feed(), "a problem, and no stack trace");
        portfolio.send(portfolio.event("a", 4));
        Cable.postgres().restore();

        portfolio.awaitLines(4);
        assertEquals(
                0,
                Portfolio.count("select count(*) from inbox_waiting where aggregate_type = '" + portfolio.type + "'"));
        Portfolio.await("it answers again", () -> feed() == 200);
    }

    @Test
    void withoutTheBrokerReadersAreStillAnswered() {
        portfolio.tell(portfolio.event("a", 1));

        Cable.kafka().cut();
        awaitReady(503);
        assertEquals(200, feed());
        portfolio.send(portfolio.event("a", 2));
        Cable.kafka().restore();

        portfolio.awaitLines(2);
    }

    private int feed() {
        return given().header("Authorization", Tokens.client("reporting-job").bearer())
                .get("/v1/changes?types=" + portfolio.type)
                .statusCode();
    }

    private void awaitReady(int status) {
        Portfolio.await(
                () -> "readiness " + status + " and not " + readiness + " "
                        + given().get(readiness).asString(),
                () -> given().get(readiness).statusCode() == status);
    }
}
