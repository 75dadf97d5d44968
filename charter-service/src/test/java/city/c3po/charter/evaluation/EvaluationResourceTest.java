package city.c3po.charter.evaluation;

import static city.c3po.charter.Http.AUDITOR;
import static city.c3po.charter.Http.PPM;
import static city.c3po.charter.Http.PPM_2;
import static city.c3po.charter.Http.VENDOR;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.hrefOf;
import static city.c3po.testing.http.Requests.patch;
import static city.c3po.testing.http.Requests.post;
import static city.c3po.testing.http.Requests.refused;
import static city.c3po.testing.http.Requests.verb;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import city.c3po.charter.Story;
import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfra(value = "charter", consumes = "portfolio")
class EvaluationResourceTest {
    @Test
    void what_the_vendor_disputes_is_reviewed_by_another_and_signed() {
        var draft = draft("V-1001");
        expect(404, get(VENDOR, hrefOf(draft)));
        assertEquals("illegal-move", refused(409, verb(PPM, draft, "finalize")));
        assertEquals("period-in-order", refused(422, patch(PPM, draft, "{\"until\": \"2025-06-30\"}")));
        var issued = expect(200, verb(PPM, draft, "issue"));
        assertEquals("illegal-move", refused(409, patch(PPM, issued, "{\"summary\": \"Later\"}")));
        assertEquals("vendor-heard", refused(409, verb(PPM_2, issued, "review", "{}")));
        expect(200, get(VENDOR, hrefOf(draft)));
        expect(404, get(VENDOR.vendor("V-2002"), hrefOf(draft)));
        var heard = expect(200, verb(VENDOR, issued, "respond", "{\"text\": \"Not our delay\", \"disputed\": true}"));
        assertEquals("another-reviews-a-dispute", refused(403, verb(PPM, heard, "review", "{}")));
        var reviewed = expect(200, verb(PPM_2, heard, "review", "{\"comment\": \"Shared\"}"));
        var old = PPM_2.authenticatedAt(Instant.now().minus(Duration.ofMinutes(6)));
        assertEquals("insufficient-user-authentication", refused(401, verb(old, reviewed, "finalize")));
        assertEquals("city-evaluates", refused(403, verb(PPM_2.vendor("V-1001"), reviewed, "finalize")));
        var signed = expect(200, verb(PPM_2, reviewed, "finalize")).jsonPath();
        assertEquals("FINAL", signed.getString("state"));
        assertEquals("4.17", signed.getString("average"));
        assertNotNull(signed.getString("receipt"));
        assertEquals(
                "VALID",
                given().get("/public/v1/receipts/" + signed.getString("receiptSha256"))
                        .jsonPath()
                        .getString("status"));
    }

    @Test
    void a_standing_is_shown_from_two_finals_on() {
        finished("V-3003");
        var one = expect(200, get(AUDITOR, "/v1/evaluations/standings/V-3003")).jsonPath();
        assertEquals(null, one.getString("score"));
        assertEquals("missing-input", one.getString("reason"));
        finished("V-3003");
        var two = expect(200, get(AUDITOR, "/v1/evaluations/standings/V-3003")).jsonPath();
        assertEquals("4.17", two.getString("score"));
        assertEquals(2, two.getInt("finals"));
        assertEquals(
                List.of("FINAL", "FINAL"),
                get(AUDITOR, "/v1/evaluations?vendor=V-3003").jsonPath().getList("items.state"));
        expect(403, get(VENDOR, "/v1/evaluations/standings/V-3003"));
    }

    private static void finished(String vendor) {
        var issued = expect(200, verb(PPM, draft(vendor), "issue"));
        var heard = expect(
                200, verb(VENDOR.vendor(vendor), issued, "respond", "{\"text\": \"Thank you\", \"disputed\": false}"));
        expect(200, verb(PPM, expect(200, verb(PPM, heard, "review", "{}")), "finalize"));
    }

    private static Response draft(String vendor) {
        var engaged = expect(
                201,
                post(
                        PPM,
                        "/v1/engagements",
                        "{\"project\": \"p-1\", \"vendor\": \"%s\", \"title\": \"Advice\"}".formatted(vendor)));
        return expect(201, post(PPM, hrefOf(engaged) + "/evaluations", Story.FINDINGS));
    }
}
