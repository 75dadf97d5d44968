package city.c3po.story.badinput;

import static city.c3po.story.cast.Proposals.json;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.story.cast.Department;
import city.c3po.story.cast.JournalRows;
import city.c3po.story.cast.Proposals;
import city.c3po.story.suite.Answer;
import city.c3po.story.suite.Door;
import city.c3po.story.suite.RunningSuite;
import city.c3po.story.suite.TheSuite;
import city.c3po.testing.http.ProblemShape;
import city.c3po.testing.http.Reply;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@TheSuite
@Order(2)
class BadInputStory {
    private static final String LIST = "/v1/initiatives";

    private final RunningSuite suite;
    private final JournalRows journal;
    private final Door submitter;
    private final Door ppm;
    private final Department publicWorks;

    BadInputStory(RunningSuite suite) {
        this.suite = suite;
        this.journal = new JournalRows(suite, "portfolio");
        this.submitter = suite.door().as("submitter");
        this.ppm = suite.door().as("ppm");
        this.publicWorks = new Department(submitter);
    }

    @TestFactory
    Stream<DynamicTest> a_body_that_cannot_be_read_or_meant_changes_nothing() {
        var good = Proposals.minor("A good one");
        var draft = publicWorks.draft(good);
        return told(
                new Case("half a body", 400, "unreadable-body", () -> create("{\"title\": ")),
                new Case("two bodies", 400, "unreadable-body", () -> create(good + " " + good)),
                new Case("no body", 400, "missing-body", () -> create("")),
                new Case("a list", 400, "wrong-shape", () -> create("[]")),
                new Case(
                        "a number for a title",
                        400,
                        "wrong-shape",
                        () -> create(good.deepCopy().put("title", 42).toString())),
                new Case(
                        "an unknown member",
                        400,
                        "unknown-member",
                        () -> create(good.deepCopy().put("state", "DELEGATED").toString())),
                new Case(
                        "a character that no text has",
                        400,
                        "wrong-shape",
                        () -> create(good.deepCopy().put("title", "a\u0000b").toString())),
                new Case(
                        "half a character",
                        400,
                        "wrong-shape",
                        () -> create("{\"title\": \"\\ud800\", \"sponsoringDepartment\": \"DEP-PW\"}")),
                new Case(
                        "a number with a billion digits",
                        400,
                        "wrong-shape",
                        () -> create(withLikelyCost("1e1000000000"))),
                new Case("65 levels", 400, "unreadable-body", () -> patch(draft, nested(65))),
                new Case("100,000 levels", 400, "unreadable-body", () -> patch(draft, nested(100_000))),
                new Case(
                        "more than a mebibyte",
                        413,
                        "body-too-large",
                        () -> create(good.deepCopy()
                                .put("riskOfNotDoing", "x".repeat(1_100_000))
                                .toString())),
                new Case(
                        "values that cannot be right",
                        422,
                        "invalid-values",
                        () -> create(withLikelyCost("-1").replace("A good one", " "))));
    }

    @TestFactory
    Stream<DynamicTest> an_address_or_a_header_that_means_nothing_changes_nothing() {
        var known = publicWorks.submit(Proposals.minor("Known"));
        var body = Proposals.minor("Another").toString();
        return told(
                new Case("an unknown parameter", 400, "unknown-parameter", () -> ppm.get(LIST + "?color=green")),
                new Case(
                        "an unknown parameter of a write",
                        400,
                        "unknown-parameter",
                        () -> submitter.json().text("POST", LIST + "?force=true", body)),
                new Case("a state that is none", 400, "bad-parameter", () -> ppm.get(LIST + "?state=LOST")),
                new Case("a limit above the limit", 400, "bad-parameter", () -> ppm.get(LIST + "?limit=501")),
                new Case(
                        "an instant that is none",
                        400,
                        "bad-parameter",
                        () -> ppm.get(known.text("/href") + "?asOf=yesterday")),
                new Case("a cursor that is none", 400, "bad-cursor", () -> ppm.get(LIST + "?cursor=nonsense")),
                new Case(
                        "text for JSON",
                        415,
                        "unsupported-media-type",
                        () -> submitter.with("Content-Type", "text/plain").text("POST", LIST, body)),
                new Case(
                        "JSON for a patch",
                        415,
                        "unsupported-media-type",
                        () -> submitter
                                .json()
                                .ifMatch(known)
                                .text("PATCH", known.text("/href"), "{\"title\": \"New\"}")),
                new Case(
                        "an answer in XML",
                        406,
                        "not-acceptable",
                        () -> ppm.with("Accept", "application/xml").get(known.text("/href"))),
                new Case("a path that is none", 404, "unknown-path", () -> ppm.get("/v1/initiative")),
                new Case(
                        "a path that leads out",
                        404,
                        "unknown-path",
                        () -> ppm.get("/v1/initiatives/%2e%2e/%2e%2e/q/metrics")),
                new Case("an id that is none", 404, "not-found", () -> ppm.get(LIST + "/42")),
                new Case("an id that nobody has", 404, "not-found", () -> ppm.get(LIST + "/" + UUID.randomUUID())),
                new Case(
                        "a method that is none",
                        405,
                        "method-not-allowed",
                        () -> ppm.text("DELETE", known.text("/href"), "")),
                new Case(
                        "a path longer than a novel",
                        414,
                        "address-too-long",
                        () -> ppm.get(LIST + "?q=" + "x".repeat(10_000))),
                new Case(
                        "a header longer than a novel",
                        431,
                        "headers-too-large",
                        () -> ppm.with("X-Novel", "x".repeat(40_000)).get(LIST)));
    }

    @TestFactory
    Stream<DynamicTest> a_write_that_does_not_know_what_it_changes_changes_nothing() {
        var draft = publicWorks.draft(Proposals.minor("Seen"));
        var seen = publicWorks.edit(draft, json("{\"title\": \"Seen twice\"}"));
        var path = seen.text("/href");
        var keyed = submitter.with("Idempotency-Key", UUID.randomUUID().toString());
        keyed.post(LIST, Proposals.minor("First")).expect(201);
        return told(
                new Case("no If-Match", 428, "precondition-required", () -> submitter.post(path + "/submit")),
                new Case(
                        "no If-Match on a patch",
                        428,
                        "precondition-required",
                        () -> submitter.patch(path, json("{\"title\": \"New\"}"))),
                new Case(
                        "the ETag before",
                        412,
                        "stale-version",
                        () -> submitter.ifMatch(draft).post(path + "/submit")),
                new Case(
                        "an ETag that is none",
                        400,
                        "bad-precondition",
                        () -> submitter.with("If-Match", "latest").post(path + "/submit")),
                new Case(
                        "a verb before its time",
                        409,
                        "illegal-move",
                        () -> ppm.ifMatch(seen).post(path + "/delegate")),
                new Case(
                        "a key with another body",
                        422,
                        "idempotency-key-reused",
                        () -> keyed.post(LIST, Proposals.minor("Second"))),
                new Case(
                        "a key without end",
                        400,
                        "bad-idempotency-key",
                        () -> submitter
                                .with("Idempotency-Key", "x".repeat(256))
                                .post(LIST, Proposals.minor("Endless"))));
    }

    @TestFactory
    Stream<DynamicTest> somebody_who_may_not_changes_nothing() {
        var theirs = publicWorks.draft(Proposals.minor("Theirs"));
        var path = theirs.text("/href");
        return told(
                new Case(
                        "a job that reads, writes",
                        403,
                        "role-missing",
                        () -> suite.door().as("reporting-job").post(LIST, Proposals.minor("A job's"))),
                new Case(
                        "a resident without a role reads",
                        403,
                        "role-missing",
                        () -> suite.door().as("resident").get(LIST)),
                new Case(
                        "a vendor reads what is internal",
                        404,
                        "not-found",
                        () -> suite.door().as("vendor").get(path)),
                new Case(
                        "another department submits",
                        403,
                        "own-initiative",
                        () -> suite.door().as("submitter-2").ifMatch(theirs).post(path + "/submit")),
                new Case(
                        "somebody asks for another department",
                        403,
                        "own-department",
                        () -> suite.door().as("submitter-2").post(LIST, Proposals.minor("Not mine"))),
                new Case(
                        "the department delegates to itself",
                        403,
                        "role-missing",
                        () -> submitter.ifMatch(theirs).post(path + "/delegate")));
    }

    @TestFactory
    Stream<DynamicTest> a_token_that_is_not_for_us_changes_nothing() {
        var identity = new Identity(suite);
        var forgery = new Forgery(suite.token("submitter"));
        var expired = identity.shortLived("c3po-cli", () -> suite.freshToken("submitter"));
        await("the token has ended")
                .atMost(Duration.ofSeconds(30))
                .until(() -> with(expired).get(LIST).status() == 401);
        return told(
                new Case("no token", 401, "token-missing", () -> suite.door().post(LIST, Proposals.minor("Nobody's"))),
                rejected("something else in its place", "not.a.token"),
                rejected("one that has ended", expired),
                rejected("of another realm", identity.tokenOfAnotherRealm()),
                rejected("for another application", identity.tokenForAnotherApplication()),
                rejected("with more rights than were signed", forgery.withMoreRights()),
                rejected("signed by nobody", forgery.signedByNobody()),
                rejected("signed by another key", forgery.signedByAnotherKey()),
                rejected("signed by the public key", forgery.signedByThePublicKey(identity.keys())));
    }

    @TestFactory
    Stream<DynamicTest> a_place_in_the_feed_that_we_never_gave_is_none() {
        publicWorks.draft(Proposals.minor("Fed"));
        var job = suite.door().as("reporting-job");
        var cursor = job.get("/v1/changes?since=latest")
                .expect(200)
                .text("/page/delta")
                .replaceAll(".*cursor=([^&]*).*", "$1");
        var listed = ppm.get(LIST + "?limit=1").expect(200).text("/next").replaceAll(".*cursor=([^&]*).*", "$1");
        return told(
                new Case("nonsense", 400, "bad-cursor", () -> job.get("/v1/changes?cursor=nonsense")),
                new Case("a forged one", 400, "bad-cursor", () -> job.get("/v1/changes?cursor=" + forged(cursor))),
                new Case("one of a list", 400, "bad-cursor", () -> job.get("/v1/changes?cursor=" + listed)),
                new Case(
                        "with other filters",
                        400,
                        "cursor-mismatch",
                        () -> job.get("/v1/changes?types=department&cursor=" + cursor)),
                new Case(
                        "of somebody who sees more",
                        410,
                        "visibility-changed",
                        () -> ppm.get("/v1/changes?cursor=" + cursor)),
                new Case(
                        "a forged one of a list",
                        400,
                        "bad-cursor",
                        () -> ppm.get(LIST + "?limit=1&cursor=" + forged(listed))));
    }

    @Test
    void a_refusal_says_what_to_do_next() {
        var draft = publicWorks.draft(Proposals.minor("Helped"));
        var edited = publicWorks.edit(draft, json("{\"title\": \"Helped twice\"}"));
        var path = draft.text("/href");

        var stale = submitter.ifMatch(draft).post(path + "/submit");
        var early = ppm.ifMatch(edited).post(path + "/delegate");
        var text = submitter.with("Content-Type", "text/plain").text("POST", LIST, "x");
        var patch = submitter.json().ifMatch(edited).text("PATCH", path, "{}");
        var member = create("{\"title\": \"x\", \"sponsoringDepartment\": \"DEP-PW\", \"budget\": 1}");
        var wrong = create("{\"title\": \" \", \"sponsoringDepartment\": \"Public Works\"}");

        assertAll(
                () -> assertEquals(edited.etag(), stale.etag(), "the version that is there"),
                () -> assertEquals("DRAFT", early.text("/state")),
                () -> assertTrue(early.json().get("allowedActions").isArray(), early::toString),
                () -> assertTrue(text.header("Accept-Post").contains("application/json"), text::toString),
                () -> assertEquals("application/merge-patch+json", patch.header("Accept-Patch")),
                () -> assertEquals("/budget", member.text("/errors/0/pointer")),
                () -> assertEquals(2, wrong.json().get("errors").size(), () -> "all errors at once: " + wrong),
                () -> assertTrue(
                        suite.door().get(LIST).header("WWW-Authenticate").startsWith("Bearer")),
                () -> assertTrue(ppm.text("DELETE", path, "").header("Allow").contains("PATCH")));
    }

    @Test
    void the_same_key_and_body_is_the_same_write() {
        var body = Proposals.minor("Sent twice");
        var keyed = submitter.with("Idempotency-Key", UUID.randomUUID().toString());

        var first = keyed.post(LIST, body).expect(201);
        var head = journal.head();
        var second = keyed.post(LIST, body).expect(201);

        assertAll(
                () -> assertEquals(first.body(), second.body()),
                () -> assertEquals(first.etag(), second.etag()),
                () -> assertEquals(first.header("Location"), second.header("Location")),
                () -> assertEquals(head, journal.head(), "nothing was written"));
    }

    @Test
    void what_a_client_says_about_where_it_is_and_who_it_is_is_not_believed() {
        var created = submitter
                .with("X-Forwarded-Host", "elsewhere.example")
                .with("X-Forwarded-Prefix", "/elsewhere")
                .with("Forwarded", "host=elsewhere.example;proto=https")
                .with("X-Forwarded-User", "ppm")
                .post(LIST, Proposals.minor("Where am I"))
                .expect(201);

        assertAll(
                () -> assertFalse(
                        created.toString().replace("Where am I", "").contains("elsewhere"), created::toString),
                () -> assertEquals("00000000-0000-7000-8000-000000000001", created.text("/createdBy")));
    }

    /** Each as a test of its own: the problem is the right one, in the one shape, and nothing has changed. */
    private Stream<DynamicTest> told(Case... cases) {
        var record = publicWorks.submit(Proposals.major("Untouched"));
        return Stream.of(cases)
                .map(each -> DynamicTest.dynamicTest(each.name(), () -> {
                    var head = journal.head();

                    var answer = each.request().get().expect(each.status());

                    assertAll(
                            () -> assertEquals(each.code(), answer.text("/code"), answer::toString),
                            () -> assertEquals(
                                    List.of(),
                                    ProblemShape.faults(new Reply(
                                            answer.status(), answer.headers().map(), answer.body())),
                                    answer::toString),
                            () -> suite.door().get(answer.text("/type")).expect(200),
                            () -> assertEquals(head, journal.head(), "the journal"),
                            () -> assertEquals(
                                    record.body(),
                                    submitter
                                            .get(record.text("/href"))
                                            .expect(200)
                                            .body()));
                }));
    }

    private Case rejected(String name, String token) {
        return new Case(name, 401, "token-rejected", () -> with(token).post(LIST, Proposals.minor("An attacker's")));
    }

    private Door with(String token) {
        return suite.door().withToken(token);
    }

    private Answer create(String body) {
        return submitter.json().text("POST", LIST, body);
    }

    private Answer patch(Answer seen, String change) {
        return submitter
                .ifMatch(seen)
                .with("Content-Type", "application/merge-patch+json")
                .text("PATCH", seen.text("/href"), change);
    }

    private static String withLikelyCost(String amount) {
        return Proposals.minor("A good one").toString().replaceFirst("\"amount\":[0-9.E+]+", "\"amount\":" + amount);
    }

    private static String nested(int levels) {
        return "{\"title\": " + "[".repeat(levels) + "]".repeat(levels) + "}";
    }

    /** One letter in the middle is another one. */
    private static String forged(String cursor) {
        var middle = cursor.length() / 2;
        var other = cursor.charAt(middle) == 'A' ? 'B' : 'A';
        return cursor.substring(0, middle) + other + cursor.substring(middle + 1);
    }
}
