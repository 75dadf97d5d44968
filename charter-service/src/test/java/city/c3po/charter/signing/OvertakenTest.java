package city.c3po.charter.signing;

import static city.c3po.charter.Charters.LITE_SEATS;
import static city.c3po.charter.Charters.again;
import static city.c3po.charter.Charters.committed;
import static city.c3po.charter.Charters.sign;
import static city.c3po.charter.Http.HEAD_2;
import static city.c3po.charter.Http.PPM;
import static city.c3po.charter.Http.SUBMITTER;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.hrefOf;
import static city.c3po.testing.http.Requests.refused;
import static city.c3po.testing.http.Requests.verb;
import static org.junit.jupiter.api.Assertions.assertEquals;

import city.c3po.charter.Contents;
import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What was asked once and is no longer what counts. */
@QuarkusTest
@WithInfra(value = "charter", consumes = "portfolio")
class OvertakenTest {
    private static final String HEAD_SEAT = "department-head.DEP-PW";

    @Test
    void a_commitment_that_an_amendment_replaced_is_adopted_no_more() {
        var vacant = expect(200, verb(PPM, committed(), "seats/" + HEAD_SEAT + "/vacate", "{\"reason\": \"LEFT\"}"));
        var appointed = expect(
                200,
                verb(
                        PPM,
                        vacant,
                        "seats/" + HEAD_SEAT + "/appoint",
                        "{\"person\": \"%s\", \"authorityBasis\": \"Appointed\"}".formatted(HEAD_2.subject())));
        var amending = expect(
                200,
                verb(
                        SUBMITTER,
                        appointed,
                        "amend",
                        "{\"reason\": \"Spanish\", \"content\": %s}"
                                .formatted(Contents.LITE.replace("Every form works", "Every form works in Spanish"))));
        for (var seat : LITE_SEATS.keySet()) {
            expect(200, sign(seat.equals(HEAD_SEAT) ? HEAD_2 : LITE_SEATS.get(seat), amending, seat));
        }

        var adoption = expect(200, get(HEAD_2, hrefOf(appointed) + "/sign-offs/" + HEAD_SEAT + "?purpose=ADOPT"));

        assertEquals("signing-is-open", refused(409, sign(HEAD_2, adoption)));
        assertEquals("COMMITTED", again(appointed).jsonPath().getString("state"));
    }
}
