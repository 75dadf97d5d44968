package city.c3po.charter.signing;

import static city.c3po.charter.Charters.again;
import static city.c3po.charter.Charters.sign;
import static city.c3po.charter.Charters.signOff;
import static city.c3po.charter.Http.ADMIN;
import static city.c3po.charter.Http.ADMIN_2;
import static city.c3po.charter.Http.FINANCE;
import static city.c3po.charter.Http.OWNER;
import static city.c3po.charter.Http.PPM;
import static city.c3po.charter.Http.SECURITY;
import static city.c3po.charter.Http.SPONSOR;
import static city.c3po.charter.Http.SUBMITTER;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.post;
import static city.c3po.testing.http.Requests.verb;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.charter.Contents;
import city.c3po.charter.Portfolio;
import city.c3po.charter.Story;
import city.c3po.testing.Tokens;
import city.c3po.testing.WithInfra;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** N of M: two of three reviewers are enough, beside a sponsor and a project lead who must sign. */
@QuarkusTest
@WithInfra(value = "charter", consumes = "portfolio")
class QuorumTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, Tokens> REVIEWERS =
            Map.of("product-owner", OWNER, "security", SECURITY, "finance", FINANCE);

    /** Of a variant that no other test uses. */
    @BeforeEach
    void template() throws JsonProcessingException {
        var text = (ObjectNode) JSON.readTree(Story.templateText());
        text.set("seats", JSON.readTree("""
                [{"role": "PRODUCT_OWNER", "phase": "REVIEW", "mandatory": false},
                 {"role": "SECURITY", "phase": "REVIEW", "mandatory": false},
                 {"role": "FINANCE", "phase": "REVIEW", "mandatory": false},
                 {"role": "EXECUTIVE_SPONSOR", "phase": "SIGN", "mandatory": true},
                 {"role": "PROJECT_LEAD", "phase": "SIGN", "mandatory": true}]"""));
        text.set("quorums", JSON.readTree("[{\"phase\": \"REVIEW\", \"seats\": 2}]"));
        var draft = expect(
                201,
                post(
                        ADMIN,
                        "/v1/charter-templates",
                        "{\"tier\": \"LITE\", \"variant\": \"WATERFALL\", \"text\": %s}".formatted(text)));
        expect(200, verb(ADMIN_2, draft, "adopt"));
    }

    @Test
    void the_next_phase_is_notified_by_two_of_three() {
        var charter = committing();
        assertEquals("NOTIFIED", status(charter, "finance"));
        expect(200, sign(OWNER, charter, "product-owner"));
        assertEquals("PENDING", status(charter, "executive-sponsor"));
        expect(200, sign(FINANCE, charter, "finance"));
        assertEquals("NOTIFIED", status(charter, "executive-sponsor"));
        assertEquals("NOTIFIED", status(charter, "security"));
    }

    @Test
    void a_charter_waits_for_its_quorum_and_then_asks_nobody_any_more() {
        var charter = committing();
        expect(200, sign(SPONSOR, charter, "executive-sponsor"));
        expect(200, sign(PPM, charter, "project-lead"));
        expect(200, sign(OWNER, charter, "product-owner"));
        assertEquals("COMMITTING", again(charter).jsonPath().getString("state"));
        expect(200, sign(SECURITY, charter, "security"));
        assertEquals("COMMITTED", again(charter).jsonPath().getString("state"));
        assertEquals(
                "WITHDRAWN", signOff(FINANCE, charter, "finance").jsonPath().getString("status"));
    }

    @Test
    void the_last_two_of_the_quorum_at_the_same_moment_commit_once() throws Exception {
        for (int round = 0; round < 3; round++) {
            var charter = committing();
            expect(200, sign(SPONSOR, charter, "executive-sponsor"));
            expect(200, sign(PPM, charter, "project-lead"));
            var answers = together(charter, "product-owner", "security");
            assertEquals(List.of(200, 200), answers);
            assertCommittedOnce(charter);
        }
    }

    @Test
    void of_two_where_one_is_enough_one_signs_and_the_other_comes_too_late() throws Exception {
        for (int round = 0; round < 3; round++) {
            var charter = committing();
            expect(200, sign(SPONSOR, charter, "executive-sponsor"));
            expect(200, sign(PPM, charter, "project-lead"));
            expect(200, sign(OWNER, charter, "product-owner"));
            var answers = together(charter, "finance", "security");
            assertEquals(1, answers.stream().filter(status -> status == 200).count(), answers::toString);
            assertTrue(
                    answers.stream().allMatch(status -> List.of(200, 409, 412).contains(status)), answers::toString);
            assertCommittedOnce(charter);
        }
    }

    private static void assertCommittedOnce(Response charter) {
        assertEquals("COMMITTED", again(charter).jsonPath().getString("state"));
        assertEquals(
                1,
                Portfolio.count(
                        "select count(*) from journal where type = 'city.c3po.charter.committed.v1' and aggregate_id = '"
                                + charter.jsonPath().getString("id") + "'"));
    }

    private static List<Integer> together(Response charter, String... seats) throws Exception {
        var start = new CyclicBarrier(seats.length);
        try (var signers = Executors.newFixedThreadPool(seats.length)) {
            var signed = signers.invokeAll(Stream.of(seats)
                    .<Callable<Integer>>map(seat -> () -> {
                        start.await();
                        return sign(REVIEWERS.get(seat), charter, seat).statusCode();
                    })
                    .toList());
            return List.of(signed.get(0).get(), signed.get(1).get());
        }
    }

    private static String status(Response charter, String seat) {
        return again(charter).jsonPath().getString("signOffs.find { it.seat == '" + seat + "' }.status");
    }

    private static Response committing() {
        var seats = REVIEWERS.entrySet().stream()
                .map(seat -> "{\"seat\": \"%s\", \"person\": \"%s\"}"
                        .formatted(seat.getKey(), seat.getValue().subject()))
                .toList();
        var drafted = expect(
                201,
                post(
                        SUBMITTER,
                        "/v1/charters",
                        "{\"project\": \"%s\", \"content\": %s, \"seats\": %s}"
                                .formatted(
                                        Portfolio.project("LITE", "DEP-PW"),
                                        Contents.LITE.replace("AGILE", "WATERFALL"),
                                        seats)));
        return expect(200, verb(SUBMITTER, expect(200, verb(SUBMITTER, drafted, "submit")), "commit"));
    }
}
