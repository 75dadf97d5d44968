package city.c3po.charter.signing;

import static city.c3po.charter.Charters.committing;
import static city.c3po.charter.Charters.sign;
import static city.c3po.charter.Http.CIO;
import static city.c3po.charter.Http.HEAD;
import static city.c3po.charter.Http.OWNER;
import static city.c3po.charter.Http.SPONSOR;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.post;
import static city.c3po.testing.http.Requests.refused;
import static city.c3po.testing.http.Requests.verb;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Signing for another: named in writing before, and never passed on. */
@QuarkusTest
@WithInfra(value = "charter", consumes = "portfolio")
class DelegationTest {
    @Test
    void a_delegate_signs_for_another_and_never_passes_it_on() {
        var charter = committing();
        var today = LocalDate.now(ZoneId.of("America/Los_Angeles"));
        var body = "{\"delegate\": \"%s\", \"from\": \"%s\", \"until\": \"%s\", \"purposes\": [\"COMMIT\"]}";
        assertEquals(
                "delegation-in-advance",
                refused(
                        422,
                        post(SPONSOR, "/v1/delegations", body.formatted(CIO.subject(), today.minusDays(1), today))));
        assertEquals(
                "delegation-at-most-90-days",
                refused(
                        422,
                        post(SPONSOR, "/v1/delegations", body.formatted(CIO.subject(), today, today.plusDays(91)))));
        assertEquals(
                "delegate-is-another",
                refused(422, post(SPONSOR, "/v1/delegations", body.formatted(SPONSOR.subject(), today, today))));
        assertEquals(
                "delegate-holds-no-seat",
                refused(403, post(SPONSOR, "/v1/delegations", body.formatted(HEAD.subject(), today, today))));
        var given =
                expect(201, post(SPONSOR, "/v1/delegations", body.formatted(CIO.subject(), today, today.plusDays(10))));
        assertEquals(
                "no-onward-delegation",
                refused(403, post(CIO, "/v1/delegations", body.formatted(OWNER.subject(), today, today))));

        var signed = expect(200, sign(CIO, charter, "executive-sponsor")).jsonPath();
        assertEquals(CIO.subject(), signed.getString("signature.signer"));
        assertEquals(SPONSOR.subject(), signed.getString("signature.onBehalfOf"));
        expect(200, verb(SPONSOR, given, "revoke"));
        assertEquals("own-seat", refused(403, sign(CIO, committing(), "executive-sponsor")));
    }

    @Test
    void a_delegate_of_a_delegate_is_refused_by_name() {
        var charter = committing();
        var today = LocalDate.now(ZoneId.of("America/Los_Angeles"));
        var body = "{\"delegate\": \"%s\", \"from\": \"%s\", \"until\": \"%s\", \"purposes\": [\"COMMIT\"]}";
        // a seat holder elsewhere may delegate what is theirs; that opens nothing of what was delegated to them
        var first = SPONSOR.sub("first-delegate");
        var second = SPONSOR.sub("second-delegate");
        var a = expect(201, post(first, "/v1/delegations", body.formatted(second.subject(), today, today)));
        var b = expect(201, post(SPONSOR, "/v1/delegations", body.formatted(first.subject(), today, today)));
        assertEquals("no-onward-delegation", refused(403, sign(second, charter, "executive-sponsor")));
        expect(200, verb(first, a, "revoke"));
        expect(200, verb(SPONSOR, b, "revoke"));
    }

    @Test
    void nobody_takes_back_what_another_delegated() {
        var today = LocalDate.now(ZoneId.of("America/Los_Angeles"));
        var given = expect(
                201,
                post(
                        SPONSOR,
                        "/v1/delegations",
                        "{\"delegate\": \"standby\", \"from\": \"%s\", \"until\": \"%s\", \"purposes\": [\"RATIFY\"]}"
                                .formatted(today, today)));
        assertEquals("own-delegation", refused(403, verb(CIO, given, "revoke")));
        expect(200, verb(SPONSOR, given, "revoke"));
    }
}
