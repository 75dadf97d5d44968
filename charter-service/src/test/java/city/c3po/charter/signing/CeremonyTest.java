package city.c3po.charter.signing;

import static city.c3po.charter.Charters.again;
import static city.c3po.charter.Charters.committed;
import static city.c3po.charter.Charters.committing;
import static city.c3po.charter.Charters.echo;
import static city.c3po.charter.Charters.echoOf;
import static city.c3po.charter.Charters.sign;
import static city.c3po.charter.Charters.signOff;
import static city.c3po.charter.Charters.signedByAll;
import static city.c3po.charter.Http.AUDITOR;
import static city.c3po.charter.Http.CIO;
import static city.c3po.charter.Http.HEAD;
import static city.c3po.charter.Http.PPM;
import static city.c3po.charter.Http.SPONSOR;
import static city.c3po.charter.Http.SUBMITTER;
import static city.c3po.charter.Http.VENDOR;
import static city.c3po.testing.http.Requests.as;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.hrefOf;
import static city.c3po.testing.http.Requests.patch;
import static city.c3po.testing.http.Requests.post;
import static city.c3po.testing.http.Requests.refused;
import static city.c3po.testing.http.Requests.verb;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.charter.Contents;
import city.c3po.charter.Portfolio;
import city.c3po.charter.charter.Canonical;
import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfra(value = "charter", consumes = "portfolio")
class CeremonyTest {
    @Inject
    CeremonyDeadlines deadlines;

    @Test
    void a_lite_charter_is_committed_in_six_requests() {
        var body = """
                {"project": "%s", "content": %s, "seats": [{"seat": "department-head.DEP-PW", "person": "%s"}]}""".formatted(Portfolio.project("LITE", "DEP-PW"), Contents.LITE, HEAD.subject());

        var draft = expect(201, post(SUBMITTER, "/v1/charters", body));
        var inReview = expect(200, verb(SUBMITTER, draft, "submit"));
        var frozen = expect(200, verb(SUBMITTER, inReview, "commit"));
        expect(200, sign(SPONSOR, frozen, "executive-sponsor"));
        expect(200, sign(HEAD, frozen, "department-head.DEP-PW"));
        expect(200, sign(PPM, frozen, "project-lead"));

        var json = again(frozen).jsonPath();
        assertEquals("COMMITTED", json.getString("state"));
        assertEquals(1, json.getInt("committedVersion"));
        assertEquals(frozen.jsonPath().getString("contentHash"), json.getString("committedHash"));
        assertEquals(List.of(SPONSOR.subject(), HEAD.subject(), PPM.subject()), json.getList("seats.committedBy"));
        var version = get(AUDITOR, hrefOf(frozen) + "/versions/1").jsonPath();
        assertEquals(Canonical.sha256(version.getString("canonical")), version.getString("hash"));
    }

    @Test
    void nothing_is_frozen_before_it_is_complete() {
        var project = Portfolio.project("LITE", "DEP-PW");
        var draft = expect(201, post(SUBMITTER, "/v1/charters", "{\"project\": \"%s\"}".formatted(project)));
        var inReview = expect(200, verb(SUBMITTER, draft, "submit"));
        var refusal = expect(409, verb(SUBMITTER, inReview, "commit")).jsonPath();
        assertEquals("charter-complete", refusal.getString("code"));
        assertTrue(refusal.getList("errors.pointer").contains("/product/what/scope"));
        assertEquals(0, again(draft).jsonPath().getInt("contentVersion"));
        assertEquals(
                List.of(), get(AUDITOR, hrefOf(draft) + "/versions").jsonPath().getList("items"));
    }

    @Test
    void an_old_login_is_asked_to_log_in_again_and_the_attempt_is_kept() {
        var charter = committing();
        var old = SPONSOR.authenticatedAt(Instant.now().minus(Duration.ofMinutes(6)));
        var refusal = sign(old, charter, "executive-sponsor");
        assertEquals("insufficient-user-authentication", refused(401, refusal));
        assertTrue(refusal.header("WWW-Authenticate").contains("insufficient_user_authentication"));
        assertEquals(
                "insufficient-user-authentication",
                refused(401, sign(SPONSOR.without("auth_time"), charter, "executive-sponsor")));

        assertEquals(
                "NOTIFIED",
                signOff(SPONSOR, charter, "executive-sponsor").jsonPath().getString("status"));
        var attempts = expect(200, get(AUDITOR, hrefOf(charter) + "/sign-off-attempts"))
                .jsonPath();
        assertEquals(
                List.of("insufficient-user-authentication", "insufficient-user-authentication"),
                attempts.getList("items.code"));
        assertEquals(SPONSOR.subject(), attempts.getString("items[0].person"));
        expect(200, sign(SPONSOR, charter, "executive-sponsor"));
    }

    @Test
    void nobody_signs_for_anothers_seat() {
        var charter = committing();
        assertEquals("own-seat", refused(403, sign(CIO, charter, "executive-sponsor")));
        assertEquals("own-seat", refused(403, sign(HEAD, charter, "executive-sponsor")));
        assertEquals("role-missing", refused(403, sign(VENDOR, charter, "executive-sponsor")));
        var both = SPONSOR.vendor("V-1001");
        assertEquals("vendor-never-signs", refused(403, sign(both, charter, "executive-sponsor")));
        assertEquals(
                "NOTIFIED",
                signOff(SPONSOR, charter, "executive-sponsor").jsonPath().getString("status"));
        assertEquals(
                List.of("own-seat", "own-seat", "vendor-never-signs"),
                get(AUDITOR, hrefOf(charter) + "/sign-off-attempts").jsonPath().getList("items.code"));
    }

    @Test
    void a_seat_signs_once() {
        var charter = committing();
        var seat = signOff(SPONSOR, charter, "executive-sponsor");
        var signed = expect(200, sign(SPONSOR, seat));
        assertEquals("stale-version", refused(412, sign(SPONSOR, seat)));
        assertEquals("illegal-move", refused(409, sign(SPONSOR, signed)));
        assertEquals(List.of(), signed.jsonPath().getList("allowedActions"));
    }

    @Test
    void what_was_not_fetched_is_not_signed() {
        var charter = committing();
        var seat = signOff(SPONSOR, charter, "executive-sponsor");
        var json = seat.jsonPath();
        var path = hrefOf(seat) + "/sign";
        var request = as(SPONSOR).contentType("application/json").body(echoOf(seat));
        assertEquals("precondition-required", refused(428, request.post(path)));
        var other = echo(1, "0".repeat(64), json.getString("statement"));
        assertEquals(
                "content-as-frozen",
                refused(
                        409,
                        as(SPONSOR)
                                .header("If-Match", seat.header("ETag"))
                                .contentType("application/json")
                                .body(other)
                                .post(path)));
        var otherVersion = echo(2, json.getString("contentHash"), json.getString("statement"));
        assertEquals(
                "content-as-frozen",
                refused(
                        409,
                        as(SPONSOR)
                                .header("If-Match", seat.header("ETag"))
                                .contentType("application/json")
                                .body(otherVersion)
                                .post(path)));
        var otherWords = echo(1, json.getString("contentHash"), "I do not commit to anything.");
        assertEquals(
                "statement-echoed",
                refused(
                        422,
                        as(SPONSOR)
                                .header("If-Match", seat.header("ETag"))
                                .contentType("application/json")
                                .body(otherWords)
                                .post(path)));
        assertEquals(
                seat.header("ETag"),
                signOff(SPONSOR, charter, "executive-sponsor").header("ETag"));
    }

    @Test
    void after_the_content_changed_the_former_sign_off_is_not_signed() {
        var charter = committing();
        var former = signOff(SPONSOR, charter, "executive-sponsor");
        var recalled = expect(200, verb(SUBMITTER, charter, "recall", "{\"reason\": \"A criterion is missing\"}"));
        assertEquals("DRAFT", recalled.jsonPath().getString("state"));
        assertNull(recalled.jsonPath().getString("contentHash"));
        assertEquals("stale-version", refused(412, sign(SPONSOR, former)));

        var edited = expect(200, patch(SUBMITTER, recalled, "{\"title\": \"Website, again\"}"));
        var frozen = expect(200, verb(SUBMITTER, expect(200, verb(SUBMITTER, edited, "submit")), "commit"));
        assertEquals(2, frozen.jsonPath().getInt("contentVersion"));
        var present = signOff(SPONSOR, charter, "executive-sponsor");
        var echoesFormer = as(SPONSOR)
                .header("If-Match", present.header("ETag"))
                .contentType("application/json")
                .body(echoOf(former))
                .post(hrefOf(present) + "/sign");
        assertEquals("content-as-frozen", refused(409, echoesFormer));
        assertEquals("COMMITTED", signedByAll(frozen).jsonPath().getString("state"));
    }

    @Test
    void the_last_two_seats_signed_at_the_same_moment_commit_once() throws Exception {
        for (int round = 0; round < 5; round++) {
            var charter = committing();
            expect(200, sign(SPONSOR, charter, "executive-sponsor"));
            var together = new CyclicBarrier(2);
            try (var signers = Executors.newFixedThreadPool(2)) {
                var signed = signers.invokeAll(List.<Callable<Response>>of(
                        () -> {
                            together.await();
                            return sign(HEAD, charter, "department-head.DEP-PW");
                        },
                        () -> {
                            together.await();
                            return sign(PPM, charter, "project-lead");
                        }));
                for (var answer : signed) {
                    expect(200, answer.get());
                }
            }
            assertEquals("COMMITTED", again(charter).jsonPath().getString("state"));
            assertEquals(
                    1,
                    Portfolio.count(
                            "select count(*) from journal where type = 'city.c3po.charter.committed.v1' and aggregate_id = '"
                                    + charter.jsonPath().getString("id") + "'"));
        }
    }

    @Test
    void a_decline_ends_the_signing_and_tells_whoever_signed() {
        var charter = committing();
        var receipt = expect(200, sign(SPONSOR, charter, "executive-sponsor"))
                .jsonPath()
                .getString("receiptSha256");
        var declined = expect(
                200,
                verb(
                        HEAD,
                        signOff(HEAD, charter, "department-head.DEP-PW"),
                        "decline",
                        "{\"reason\": \"Not this year\"}"));
        assertEquals("DECLINED", declined.jsonPath().getString("status"));
        assertEquals("DRAFT", again(charter).jsonPath().getString("state"));
        assertEquals(
                "WITHDRAWN", signOff(PPM, charter, "project-lead").jsonPath().getString("status"));
        assertEquals("SUPERSEDED", standing(receipt));
        assertEquals(
                1,
                Portfolio.count(
                        "select count(*) from journal where type = 'city.c3po.charter.signingEnded.v1' and aggregate_id = '"
                                + charter.jsonPath().getString("id") + "' and fact -> 'toTell' @> '[\""
                                + SPONSOR.subject()
                                + "\", \"" + SUBMITTER.subject() + "\"]'"));
        assertEquals("illegal-move", refused(409, sign(PPM, signOff(PPM, charter, "project-lead"))));
    }

    @Test
    void a_receipt_is_checked_by_anybody_with_another_library() throws Exception {
        var charter = committing();
        var signed = expect(200, sign(SPONSOR, charter, "executive-sponsor")).jsonPath();
        var keys = new JsonWebKeySet(given().get("/public/v1/signing-keys").asString());
        assertEquals(2, keys.getJsonWebKeys().size());
        assertFalse(given().get("/public/v1/signing-keys").asString().contains("\"d\""));
        var jws = new JsonWebSignature();
        jws.setCompactSerialization(signed.getString("receipt"));
        var kid = jws.getKeyIdHeaderValue();
        jws.setKey(keys.getJsonWebKeys().stream()
                .filter(key -> key.getKeyId().equals(kid))
                .findFirst()
                .orElseThrow()
                .getKey());
        assertTrue(jws.verifySignature());
        assertTrue(jws.getPayload().contains(signed.getString("contentHash")));
        assertTrue(jws.getPayload().contains("\"purpose\":\"COMMIT\""));
        assertEquals("VALID", standing(signed.getString("receiptSha256")));
        assertEquals("UNKNOWN", standing("0".repeat(64)));
        var tampered = new JsonWebSignature();
        var parts = signed.getString("receipt").split("\\.");
        var payload = new String(Base64.getUrlDecoder().decode(parts[1])).replace("COMMIT", "ACCEPT");
        tampered.setCompactSerialization(parts[0] + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes()) + "." + parts[2]);
        tampered.setKey(keys.getJsonWebKeys().getFirst().getKey());
        assertFalse(tampered.verifySignature());
    }

    @Test
    void an_amendment_is_in_force_once_all_signed_it_and_supersedes_the_former() {
        var charter = committing();
        var receipt = expect(200, sign(SPONSOR, charter, "executive-sponsor"))
                .jsonPath()
                .getString("receiptSha256");
        expect(200, sign(HEAD, charter, "department-head.DEP-PW"));
        expect(200, sign(PPM, charter, "project-lead"));
        var committed = again(charter);
        var same = "{\"reason\": \"Again\", \"content\": %s}".formatted(Contents.LITE);
        assertEquals("nothing-amended", refused(422, verb(SUBMITTER, committed, "amend", same)));

        var waterfall = Contents.LITE.replace("AGILE", "WATERFALL");
        var amending = expect(
                200,
                verb(
                        SUBMITTER,
                        committed,
                        "amend",
                        "{\"reason\": \"Fixed price\", \"content\": %s}".formatted(waterfall)));
        assertEquals("AMENDING", amending.jsonPath().getString("state"));
        assertEquals("AGILE", amending.jsonPath().getString("content.project.how.approach.kind"));
        assertEquals(
                List.of("/project/how/approach/kind"),
                get(SPONSOR, hrefOf(charter) + "/amendment").jsonPath().getList("changes.path"));
        assertEquals("VALID", standing(receipt));
        assertEquals("illegal-move", refused(409, verb(PPM, amending, "start-acceptance")));

        var amended = signedByAll(amending).jsonPath();
        assertEquals("COMMITTED", amended.getString("state"));
        assertEquals(2, amended.getInt("committedVersion"));
        assertEquals("WATERFALL", amended.getString("content.project.how.approach.kind"));
        assertTrue(amended.getBoolean("rebaselineRequired"));
        assertEquals("SUPERSEDED", standing(receipt));
    }

    @Test
    void a_declined_amendment_leaves_the_version_in_force() {
        var committed = committed();
        var hash = committed.jsonPath().getString("committedHash");
        var other = Contents.LITE.replace("Every form works", "Every form works in Spanish");
        var amending = expect(
                200,
                verb(SUBMITTER, committed, "amend", "{\"reason\": \"Spanish\", \"content\": %s}".formatted(other)));
        var receipt = expect(200, sign(SPONSOR, amending, "executive-sponsor"))
                .jsonPath()
                .getString("receiptSha256");
        expect(
                200,
                verb(HEAD, signOff(HEAD, amending, "department-head.DEP-PW"), "decline", "{\"reason\": \"No money\"}"));
        var json = again(committed).jsonPath();
        assertEquals("COMMITTED", json.getString("state"));
        assertEquals(hash, json.getString("contentHash"));
        assertEquals("SUPERSEDED", standing(receipt));
    }

    @Test
    void time_reminds_escalates_and_ends() {
        var charter = committing();
        var started = Instant.parse(charter.jsonPath().getString("round.startedAt"));
        expect(200, sign(SPONSOR, charter, "executive-sponsor"));
        deadlines.look(started.plus(Duration.ofDays(4)));
        assertEquals(
                0, signOff(HEAD, charter, "department-head.DEP-PW").jsonPath().getInt("reminders"));
        var due = Instant.parse(charter.jsonPath().getString("round.due"));
        for (var at = started.plus(Duration.ofDays(5)); at.isBefore(due); at = at.plus(Duration.ofDays(1))) {
            deadlines.look(at);
        }
        deadlines.look(due);
        var open = signOff(HEAD, charter, "department-head.DEP-PW").jsonPath();
        assertEquals(5, open.getInt("reminders"));
        assertTrue(open.getBoolean("escalated"));
        assertEquals("NOTIFIED", open.getString("status"));

        deadlines.look(due.plusSeconds(1));
        assertEquals("DRAFT", again(charter).jsonPath().getString("state"));
        assertEquals(
                "EXPIRED",
                signOff(HEAD, charter, "department-head.DEP-PW").jsonPath().getString("status"));
        assertEquals(
                "SIGNED",
                signOff(SPONSOR, charter, "executive-sponsor").jsonPath().getString("status"));
    }

    private static String standing(String receipt) {
        return given().get("/public/v1/receipts/" + receipt).jsonPath().getString("status");
    }
}
