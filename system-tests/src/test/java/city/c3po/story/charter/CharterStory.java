package city.c3po.story.charter;

import static city.c3po.story.charter.Approval.verb;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.story.cast.Proposals;
import city.c3po.story.suite.Answer;
import city.c3po.story.suite.Door;
import city.c3po.story.suite.RunningSuite;
import city.c3po.story.suite.TheSuite;
import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Clarity and commitment, signed twice by the same people. */
@TheSuite
@Order(30)
class CharterStory {
    private static final Duration BOUND = Duration.ofSeconds(30);

    /** Who signs for the city, by seat. */
    private static final Map<String, String> NINE = new LinkedHashMap<>();

    static {
        NINE.put("ppm", "ppm");
        NINE.put("product-owner", "product-owner");
        NINE.put("it-liaison", "it-liaison");
        NINE.put("security", "security-officer");
        NINE.put("finance", "finance-officer");
        NINE.put("cio", "cio");
        NINE.put("department-head.DEP-PW", "department-head");
        NINE.put("department-head.DEP-LIB", "department-head-2");
        NINE.put("executive-sponsor", "sponsor");
    }

    private final RunningSuite suite;
    private final Door ppm;
    private final Door submitter;
    private final AtomicInteger requests = new AtomicInteger();
    private final Map<String, Login> logins = new HashMap<>();
    private LocalDate today = LocalDate.EPOCH;

    /** A signature asks for a login of the last five minutes. */
    private record Login(String token, Instant since) {
        boolean isFresh() {
            return since.isAfter(Instant.now().minus(Duration.ofMinutes(4)));
        }
    }

    CharterStory(RunningSuite suite) {
        this.suite = suite;
        this.ppm = suite.door().as("ppm");
        this.submitter = suite.door().as("submitter");
    }

    @BeforeEach
    void city() {
        suite.c3po("demo"); // the city's departments and people
        today = Subjects.today(suite);
    }

    @Test
    void nine_people_commit_one_leaves_and_the_same_people_and_a_successor_accept() throws Exception {
        var project = new Approval(suite).projectOf("My San Jose (SJ311), second edition");
        var committed = committed(project);
        awaitGate(project, "G1");

        var accepting = verb(ppm, stated(leftBySomebody(committed)), "acceptance/statement", """
                {"finish": "%s", "cost": {"amount": 610000.00}, "evidence": ["/minutes/7"]}""".formatted(today));
        acceptedByAll(accepting);
        var excepted = again(accepting);
        assertEquals("ACCEPTED_WITH_EXCEPTIONS", excepted.text("/state"));
        awaitGate(project, "G5");

        var resolved = verb(ppm, excepted, "acceptance/criteria/C2/resolve", "{\"evidence\": [\"/tests/2\"]}");
        assertEquals("ACCEPTED", resolved.text("/state"));
        assertEquals("CLOSED", verb(ppm, resolved, "close", null).text("/state"));

        theEvidenceHolds(committed);
    }

    @Test
    void a_lite_charter_goes_from_intake_to_commitment_in_ten_requests() {
        var seats = Map.of(
                "executive-sponsor", "sponsor",
                "department-head.DEP-PW", "department-head",
                "project-lead", "ppm");

        var initiative = counted(submitter.post("/v1/initiatives", Proposals.minor("Tablets for crews")), 201);
        initiative = counted(submitter.ifMatch(initiative).post(initiative.text("/href") + "/submit"), 200);
        initiative = counted(ppm.ifMatch(initiative).post(initiative.text("/href") + "/delegate"), 200);
        initiative =
                counted(ppm.ifMatch(initiative).post(initiative.text("/href") + "/convert", Proposals.json("{}")), 200);
        var charter =
                drafted(initiative.text("/projects/0/id"), Promises.page(today).toString(), seats);
        requests.incrementAndGet();
        charter = counted(submitter.ifMatch(charter).post(charter.text("/href") + "/submit"), 200);
        charter = counted(submitter.ifMatch(charter).post(charter.text("/href") + "/commit"), 200);
        for (var asked : charter.json().path("signOffs")) {
            var signer = signer(seats.get(asked.path("seat").asText()));
            counted(
                    signer.with("If-Match", asked.path("etag").asText())
                            .post(
                                    asked.path("href").asText() + "/sign",
                                    echo(
                                            charter.json().at("/round/of").asInt(),
                                            charter.text("/round/hash"),
                                            asked.path("statement").asText())),
                    200);
        }

        assertEquals(10, requests.get());
        assertEquals("COMMITTED", again(charter).text("/state"));
    }

    private Answer counted(Answer answer, int status) {
        requests.incrementAndGet();
        return answer.expect(status);
    }

    /** From a draft with all it must say to nine signatures. */
    private Answer committed(Answer project) {
        var draft = drafted(project.text("/id"), Promises.whole(today).toString(), NINE);
        assertEquals("MAJOR", draft.text("/tier"));
        for (var kind : List.of("BUSINESS_CASE", "PROJECT_PLAN", "PRIVACY_ASSESSMENT", "SECURITY_PLAN")) {
            var entry = submitter
                    .post(
                            draft.text("/href") + "/documents",
                            Proposals.json("{\"kind\": \"%s\", \"title\": \"%s of the app\"}".formatted(kind, kind)))
                    .expect(201);
            submitter
                    .ifMatch(entry)
                    .with("Content-Type", "application/octet-stream")
                    .text("PUT", entry.text("/href") + "/content", "What we know of " + kind)
                    .expect(200);
        }
        assertEquals(
                "409 charter-complete",
                code(submitter.ifMatch(verb(submitter, draft, "submit", null)).post(draft.text("/href") + "/commit")),
                "the session is missing");
        var held = verb(
                ppm, again(draft), "design-sessions", """
                {"heldOn": "%s", "agenda": "What and why", "participants": ["%s", "%s"]}""".formatted(today, Subjects.of("sponsor"), Subjects.of("ppm")));
        var frozen = verb(submitter, held, "commit", null);
        assertEquals(NINE.keySet(), seatsAsked(frozen));
        NINE.forEach((seat, user) -> signed(frozen, seat, user, ""));
        var committed = again(frozen);
        assertEquals("COMMITTED", committed.text("/state"));
        return committed;
    }

    /** 409 while portfolio's event is on its way is no request of its own: whoever asks waits and asks again. */
    private Answer drafted(String project, String content, Map<String, String> seats) {
        var holders = seats.entrySet().stream()
                .map(seat -> "{\"seat\": \"%s\", \"person\": \"%s\", \"authorityBasis\": \"City Charter\"}"
                        .formatted(seat.getKey(), Subjects.of(seat.getValue())))
                .collect(Collectors.joining(", "));
        var body = Proposals.json(
                "{\"project\": \"%s\", \"content\": %s, \"seats\": [%s]}".formatted(project, content, holders));
        return await("the project is known to charters")
                .atMost(BOUND)
                .until(
                        () -> submitter.post("/v1/charters", body),
                        answer -> !code(answer).equals("409 project-not-seen-yet"))
                .expect(201);
    }

    /** The product owner takes another job; the successor accepts nothing before adopting the commitment. */
    private Answer leftBySomebody(Answer committed) {
        var vacant = verb(ppm, committed, "seats/product-owner/vacate", "{\"reason\": \"REASSIGNED\"}");
        var appointed = verb(ppm, vacant, "seats/product-owner/appoint", """
                {"person": "%s", "authorityBasis": "Appointed by the director"}""".formatted(Subjects.of("ppm-2")));
        return verb(ppm, appointed, "start-acceptance", null);
    }

    private Answer stated(Answer accepting) {
        var first = assess(accepting, "C1", "{\"verdict\": \"PASS\", \"evidence\": [\"/tests/1\"]}");
        return assess(first, "C2", """
                {"verdict": "DEFERRED", "owner": "%s", "due": "%s"}""".formatted(Subjects.of("ppm"), today.plusDays(60)));
    }

    private Answer assess(Answer seen, String criterion, String finding) {
        return ppm.ifMatch(seen)
                .put(seen.text("/href") + "/acceptance/criteria/" + criterion, Proposals.json(finding))
                .expect(200);
    }

    private void acceptedByAll(Answer accepting) {
        var successor = signer("ppm-2");
        var asked = viewed(successor, accepting, "product-owner", "");
        assertEquals("409 acceptance-needs-adoption", code(sign(successor, asked, "")));
        signed(accepting, "product-owner", "ppm-2", "?purpose=ADOPT");
        for (var seat : NINE.entrySet()) {
            signed(accepting, seat.getKey(), seat.getKey().equals("product-owner") ? "ppm-2" : seat.getValue(), "");
        }
        var record =
                ppm.get(accepting.text("/href") + "/acceptance").expect(200).json();
        for (var seat : record.path("seats")) {
            var left = seat.path("seat").asText().equals("product-owner");
            assertEquals(
                    seat.path(left ? "adoptedBy" : "committedBy").asText(),
                    seat.path("acceptedBy").asText(),
                    seat::toString);
        }
    }

    /** Who has just logged in. */
    private Door signer(String user) {
        var login = logins.compute(
                user,
                (name, last) ->
                        last != null && last.isFresh() ? last : new Login(suite.freshToken(name), Instant.now()));
        return suite.door().withToken(login.token());
    }

    /** Views and signs. */
    private void signed(Answer charter, String seat, String user, String query) {
        var signer = signer(user);
        sign(signer, viewed(signer, charter, seat, query), query).expect(200);
    }

    private static Answer viewed(Door signer, Answer charter, String seat, String query) {
        var address = charter.text("/href") + "/sign-offs/" + seat;
        var asked = signer.get(address + query).expect(200);
        return signer.ifMatch(asked).post(address + "/view" + query).expect(200);
    }

    private static Answer sign(Door signer, Answer viewed, String query) {
        var address = viewed.text("/href").replace(query, "");
        return signer.ifMatch(viewed)
                .post(
                        address + "/sign" + query,
                        echo(
                                viewed.json().path("contentVersion").asInt(),
                                viewed.text("/contentHash"),
                                viewed.text("/statement")));
    }

    private static JsonNode echo(int version, String hash, String statement) {
        return Proposals.json("{\"contentVersion\": %d, \"contentHash\": \"%s\", \"statement\": \"%s\"}"
                .formatted(version, hash, statement));
    }

    private static Set<String> seatsAsked(Answer frozen) {
        return frozen.json()
                .path("signOffs")
                .valueStream()
                .map(asked -> asked.path("seat").asText())
                .collect(Collectors.toSet());
    }

    /** Portfolio's gate heard of it from charter's own event. */
    private void awaitGate(Answer project, String gate) {
        await(gate + " hears of the charter")
                .atMost(BOUND)
                .until(() -> ppm.get(project.text("/href"))
                        .json()
                        .path("gates")
                        .valueStream()
                        .filter(one -> one.path("gate").asText().equals(gate))
                        .flatMap(one -> one.path("criteria").valueStream())
                        .anyMatch(criterion -> criterion.path("met").asBoolean()));
    }

    private Answer again(Answer charter) {
        return ppm.get(charter.text("/href")).expect(200);
    }

    private static String code(Answer answer) {
        return answer.status() + " " + answer.text("/code");
    }

    /** Whoever has the bundle and the city's public keys needs nobody else. */
    private void theEvidenceHolds(Answer charter) throws Exception {
        var keys = JWKSet.parse(
                suite.door().get("/public/v1/signing-keys").expect(200).body());
        var files = EvidenceCheck.unzipped(bytes(charter.text("/href") + "/evidence-bundle"));
        var check = new EvidenceCheck(files, keys);
        assertEquals(19, check.receiptNames().count(), "nine commit, one adopts, nine accept");

        check.run();

        for (var name : files.keySet()) {
            var bytes = files.get(name);
            for (var at = 0; at < bytes.length; at += Math.max(1, bytes.length / 20)) {
                var tampered = new TreeMap<>(files);
                var changed = bytes.clone();
                changed[at] ^= 1;
                tampered.put(name, changed);
                assertThrows(
                        EvidenceCheck.Broken.class, () -> new EvidenceCheck(tampered, keys).run(), name + " at " + at);
            }
        }
        assertTrue(files.containsKey("VERIFY.md"));
    }

    private byte[] bytes(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(suite.address() + path))
                .header("Authorization", "Bearer " + suite.token("auditor"))
                .build();
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertEquals(200, answer.statusCode());
            return answer.body();
        }
    }
}
