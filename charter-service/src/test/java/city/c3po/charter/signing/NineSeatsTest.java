package city.c3po.charter.signing;

import static city.c3po.charter.Charters.MAJOR_SEATS;
import static city.c3po.charter.Charters.again;
import static city.c3po.charter.Charters.big;
import static city.c3po.charter.Charters.major;
import static city.c3po.charter.Charters.sign;
import static city.c3po.charter.Charters.signOff;
import static city.c3po.charter.Charters.viewAndSign;
import static city.c3po.charter.Http.CIO;
import static city.c3po.charter.Http.PPM;
import static city.c3po.charter.Http.SPONSOR;
import static city.c3po.charter.Http.SUBMITTER;
import static city.c3po.testing.http.Requests.as;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.hrefOf;
import static city.c3po.testing.http.Requests.patch;
import static city.c3po.testing.http.Requests.post;
import static city.c3po.testing.http.Requests.put;
import static city.c3po.testing.http.Requests.refused;
import static city.c3po.testing.http.Requests.verb;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.charter.Contents;
import city.c3po.testing.Tokens;
import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfra(value = "charter", consumes = "portfolio")
class NineSeatsTest {
    private static final List<String> REVIEW = List.of("ppm", "product-owner", "it-liaison", "security");
    private static final List<String> APPROVE =
            List.of("finance", "cio", "department-head.DEP-PW", "department-head.DEP-LIB");

    @Inject
    EntityManagerFactory entities;

    @Test
    void nine_seats_sign_in_phases() {
        var charter = expect(200, verb(PPM, major(Contents.full("DEP-PW", "DEP-LIB")), "commit"));
        assertStatus("NOTIFIED", charter, REVIEW);
        assertStatus("PENDING", charter, APPROVE);
        assertEquals("viewed-before-signing", refused(409, sign(PPM, charter, "ppm")));
        for (var seat : REVIEW) {
            assertStatus("PENDING", charter, APPROVE);
            expect(200, viewAndSign(MAJOR_SEATS.get(seat), charter, seat));
        }
        assertStatus("NOTIFIED", charter, APPROVE);
        assertStatus("PENDING", charter, List.of("executive-sponsor"));
        // phases order who is notified, not who may sign
        expect(200, viewAndSign(SPONSOR, charter, "executive-sponsor"));
        for (var seat : APPROVE) {
            assertEquals("COMMITTING", again(charter).jsonPath().getString("state"));
            expect(200, viewAndSign(MAJOR_SEATS.get(seat), charter, seat));
        }
        assertEquals("COMMITTED", again(charter).jsonPath().getString("state"));
        assertEquals(9, again(charter).jsonPath().getList("seats.committedBy").size());
    }

    @Test
    void what_each_rule_misses_is_named() {
        var charter = major(Contents.full("DEP-PW", "DEP-LIB"));
        var draft = expect(200, verb(PPM, charter, "return", "{\"comment\": \"Once more\"}"));
        assertGaps(draft, "{\"content\": {\"people\": {\"stakeholders\": []}}}", "stakeholder-level-missing", 2);
        assertGaps(
                draft,
                "{\"content\": {\"project\": {\"how\": {\"approach\": {\"decidedOn\": \"2026-05-01\"}}}}}",
                "approach-after-solicitation",
                3);
        assertGaps(
                draft,
                "{\"content\": {\"project\": {\"how\": {\"approach\": {\"answers\": []}}}}}",
                "approach-criterion-open",
                3);
        assertGaps(
                draft,
                "{\"content\": {\"project\": {\"how\": {\"approach\": {\"decidedBy\": null}}}}}",
                "approach-undecided",
                3);
        assertGaps(
                draft,
                "{\"content\": {\"project\": {\"how\": {\"governance\": {\"decisions\": [{\"type\": \"Scope\", \"parts\": [{\"role\": \"A\", \"part\": \"ACCOUNTABLE\"}, {\"role\": \"B\", \"part\": \"ACCOUNTABLE\"}]}]}}}}}",
                "not-exactly-one-accountable",
                4);
        assertGaps(
                draft,
                "{\"content\": {\"project\": {\"how\": {\"governance\": {\"bodies\": [{\"name\": \"Steering\"}]}}}}}",
                "body-without-chair-or-cadence",
                4);
        assertGaps(draft, "{\"content\": {\"people\": {\"staffing\": []}}}", "role-unstaffed", 4);
        assertGaps(
                draft,
                "{\"content\": {\"people\": {\"liaisons\": [{\"department\": \"DEP-PW\", \"person\": \"x\", \"from\": \"2026-01-01\", \"until\": \"2026-01-31\"}, {\"department\": \"DEP-PW\", \"person\": \"y\", \"from\": \"2026-02-02\"}]}}}",
                "liaison-missing",
                5);
        assertGaps(draft, "{\"content\": {\"reviews\": {\"operationsOwner\": null}}}", "field-missing", 7);
        var other = "{\"person\": \"%s\"}".formatted(CIO.subject());
        var reseated =
                expect(200, put(PPM, hrefOf(draft) + "/seats/ppm", again(draft).header("ETag"), other));
        assertTrue(gaps(reseated).contains("session-missing:6"));
        var document = get(PPM, "/v1/documents?charter=" + draft.jsonPath().getString("id") + "&kind=BUSINESS_CASE")
                .jsonPath()
                .getString("items[0].href");
        expect(200, verb(PPM, expect(200, get(PPM, document)), "withdraw", "{\"reason\": \"Old\"}"));
        assertTrue(gaps(draft).contains("document-missing:7"));
        expect(
                201,
                post(
                        PPM,
                        "/v1/engagements",
                        "{\"project\": \"%s\", \"vendor\": \"V-1001\", \"title\": \"More\"}"
                                .formatted(draft.jsonPath().getString("project.id"))));
        assertTrue(gaps(draft).contains("key-staff-open:8"));
    }

    @Test
    void what_a_delegate_accepts_of_a_major_charter_is_ratified() {
        var frozen = expect(200, verb(PPM, major(Contents.full("DEP-PW", "DEP-LIB")), "commit"));
        MAJOR_SEATS.forEach((seat, person) -> expect(200, viewAndSign(person, frozen, seat)));
        var charter = expect(200, verb(PPM, again(frozen), "start-acceptance"));
        for (var key : List.of("C1", "C2")) {
            charter = expect(
                    200,
                    put(
                            PPM,
                            hrefOf(charter) + "/acceptance/criteria/" + key,
                            charter.header("ETag"),
                            "{\"verdict\": \"PASS\", \"evidence\": [\"/tests/1\"]}"));
        }
        var stated = expect(200, verb(PPM, charter, "acceptance/statement", "{}"));
        var deputy = CIO.sub("deputy-cio");
        var today = LocalDate.now(ZoneId.of("America/Los_Angeles"));
        var limited =
                "{\"delegate\": \"%s\", \"from\": \"%s\", \"until\": \"%s\", \"purposes\": [\"ACCEPT\"], \"limit\": {\"amount\": %s}}";
        var small =
                expect(201, post(CIO, "/v1/delegations", limited.formatted(deputy.subject(), today, today, "1000.00")));
        assertEquals("within-delegation", refused(403, sign(deputy, stated, "cio")));
        expect(200, verb(CIO, small, "revoke"));
        expect(201, post(CIO, "/v1/delegations", limited.formatted(deputy.subject(), today, today, "1000000.00")));
        for (var seat : MAJOR_SEATS.keySet()) {
            var signer = seat.equals("cio") ? deputy : MAJOR_SEATS.get(seat);
            expect(200, viewAndSign(signer, stated, seat));
        }
        assertEquals("ACCEPTED", again(stated).jsonPath().getString("state"));
        var ratification = expect(200, get(CIO, hrefOf(stated) + "/sign-offs/cio?purpose=RATIFY"));
        assertEquals("NOTIFIED", ratification.jsonPath().getString("status"));
        assertEquals("own-seat", refused(403, sign(deputy, ratification)));
        var viewed = expect(
                200,
                as(CIO).header("If-Match", ratification.header("ETag"))
                        .post(hrefOf(stated) + "/sign-offs/cio/view?purpose=RATIFY"));
        assertEquals("SIGNED", expect(200, sign(CIO, viewed)).jsonPath().getString("status"));
    }

    /** 200 criteria, 60 stakeholders, 40 documents: as many statements as for a small one. */
    @Test
    void a_big_charter_takes_a_bounded_number_of_statements() {
        var inReview = big();
        assertEquals(
                200,
                inReview.jsonPath()
                        .getList("content.product.what.deliverables.criteria.flatten()")
                        .size());
        assertEquals(
                40,
                get(
                                PPM,
                                "/v1/documents?limit=500&charter="
                                        + inReview.jsonPath().getString("id"))
                        .jsonPath()
                        .getList("items")
                        .size());

        assertTrue(statements(() -> get(PPM, hrefOf(inReview))) <= 2);
        assertTrue(statements(() -> get(PPM, hrefOf(inReview) + "/completeness")) <= 6);
        var charter = expect(200, verb(PPM, inReview, "commit"));
        var viewed = expect(200, verb(PPM, signOff(PPM, charter, "ppm"), "view"));
        assertTrue(statements(() -> expect(200, sign(PPM, viewed))) <= 16);
    }

    private long statements(Supplier<Response> request) {
        var statistics = entities.unwrap(SessionFactory.class).getStatistics();
        long before = statistics.getPrepareStatementCount();
        request.get();
        return statistics.getPrepareStatementCount() - before;
    }

    private static void assertStatus(String status, Response charter, List<String> seats) {
        for (var seat : seats) {
            Tokens holder = MAJOR_SEATS.get(seat);
            assertEquals(status, signOff(holder, charter, seat).jsonPath().getString("status"), seat);
        }
    }

    private static void assertGaps(Response draft, String change, String code, int recommendation) {
        var present = again(draft);
        var edited = expect(200, patch(SUBMITTER, present, change));
        assertTrue(gaps(edited).contains(code + ":" + recommendation), () -> change + " → " + gaps(edited));
        expect(200, patch(SUBMITTER, edited, "{\"content\": " + Contents.full("DEP-PW", "DEP-LIB") + "}"));
        assertEquals(List.of(), gaps(draft));
    }

    private static List<String> gaps(Response charter) {
        var json = expect(200, get(PPM, hrefOf(charter) + "/completeness")).jsonPath();
        List<String> codes = json.getList("gaps.code");
        List<Integer> recommendations = json.getList("gaps.recommendation");
        return IntStream.range(0, codes.size())
                .mapToObj(n -> codes.get(n) + ":" + recommendations.get(n))
                .distinct()
                .toList();
    }
}
