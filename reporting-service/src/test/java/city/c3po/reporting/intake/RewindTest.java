package city.c3po.reporting.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.reporting.Portfolio;
import city.c3po.testing.Tokens;
import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A source that was restored tells its story once more, under a new epoch. */
@QuarkusTest
@WithInfra(value = "reporting", consumes = "portfolio", cabled = true)
class RewindTest {
    @Test
    void whatTheSourceNoLongerKnowsIsRemovedAndReadersBeginAgain() {
        int epoch = (int) Portfolio.count("select coalesce(max(epoch), 0) + 1 from inbox_source");
        try (var portfolio = new Portfolio()) {
            var feed = "/v1/changes?types=" + portfolio.type;
            portfolio.tell(
                    portfolio.event("a", 1).epoch(epoch),
                    portfolio.event("b", 1).epoch(epoch),
                    portfolio.event("a", 2).epoch(epoch));
            portfolio.mark(epoch, Instant.now());
            var delta = get(feed).getString("page.delta");

            // Given a restore to before b, after which a takes another turn
            portfolio.send(
                    portfolio.event("a", 1).epoch(epoch + 1),
                    portfolio.event("a", 2).epoch(epoch + 1).state(portfolio.state("a", "\"title\":\"another\"")),
                    // what was under way of before is of no interest any more
                    portfolio.event("b", 2).epoch(epoch));
            portfolio.awaitLines(7);

            var gone = answer(delta);
            assertEquals(410, gone.statusCode());
            assertEquals("feed-rewound", gone.jsonPath().getString("code"));
            var baseline = get(gone.header("Location"));
            assertEquals(List.of("a"), baseline.getList("items.subject.id"));
            assertEquals("another", baseline.getString("items[0].data.title"));
            assertTrue(baseline.getString("completeThrough") == null, "the new epoch has said nothing yet");
            assertEquals(
                    List.of("created", "created", "updated", "removed", "removed", "created", "updated"),
                    get(feed + "&mode=log").getList("items.op"));
        }
    }

    private static JsonPath get(String address) {
        var answer = answer(address);
        assertEquals(200, answer.statusCode(), answer.asString());
        return answer.jsonPath();
    }

    private static Response answer(String address) {
        return RestAssured.given()
                .urlEncodingEnabled(false)
                .header("Authorization", Tokens.client("reporting-job").bearer())
                .get(address);
    }
}
