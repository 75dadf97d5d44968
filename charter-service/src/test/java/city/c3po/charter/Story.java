package city.c3po.charter;

import static city.c3po.charter.Charters.LITE_SEATS;
import static city.c3po.charter.Charters.again;
import static city.c3po.charter.Charters.sign;
import static city.c3po.charter.Charters.signOff;
import static city.c3po.charter.Charters.signedByAll;
import static city.c3po.charter.Http.ADMIN;
import static city.c3po.charter.Http.ADMIN_2;
import static city.c3po.charter.Http.CIO;
import static city.c3po.charter.Http.HEAD;
import static city.c3po.charter.Http.HEAD_2;
import static city.c3po.charter.Http.OWNER;
import static city.c3po.charter.Http.PPM;
import static city.c3po.charter.Http.PROCUREMENT;
import static city.c3po.charter.Http.SPONSOR;
import static city.c3po.charter.Http.SUBMITTER;
import static city.c3po.charter.Http.VENDOR;
import static city.c3po.testing.http.Requests.as;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.hrefOf;
import static city.c3po.testing.http.Requests.patch;
import static city.c3po.testing.http.Requests.post;
import static city.c3po.testing.http.Requests.put;
import static city.c3po.testing.http.Requests.verb;

import city.c3po.charter.engagement.KeyStaffWatch;
import city.c3po.charter.signing.CeremonyDeadlines;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/** A day in which everything happens once: each fact is journalled. The contracts are held against it. */
public final class Story {
    private static final String HEAD_SEAT = "department-head.DEP-PW";

    private Story() {}

    public static void tell(CeremonyDeadlines deadlines, KeyStaffWatch watch) {
        writing();
        following();
        committing();
        var committed = amending();
        succession(committed);
        failing();
        time(deadlines);
        delegations();
        documents();
        engagements(watch);
        evaluations();
    }

    /** A template is drafted, edited and adopted while a charter is in flight, which then follows it. */
    private static void writing() {
        var draft = Charters.lite();
        var text = templateText();
        var next =
                expect(201, post(ADMIN, "/v1/charter-templates", "{\"tier\": \"LITE\", \"text\": %s}".formatted(text)));
        next = expect(200, patch(ADMIN, next, "{\"title\": \"Lite charter, second edition\"}"));
        var adopted = expect(200, verb(ADMIN_2, next, "adopt"));
        draft = expect(
                200,
                verb(
                        SUBMITTER,
                        draft,
                        "upgrade-template",
                        "{\"template\": \"%s\"}".formatted(adopted.jsonPath().getString("id"))));
        draft = expect(200, patch(SUBMITTER, draft, "{\"title\": \"Website Recovery Project\"}"));
        draft = expect(
                200,
                put(
                        SUBMITTER,
                        hrefOf(draft) + "/seats/" + HEAD_SEAT,
                        draft.header("ETag"),
                        "{\"person\": \"%s\", \"authorityBasis\": \"Acting head\"}".formatted(HEAD_2.subject())));
        draft = expect(
                200,
                verb(
                        SUBMITTER,
                        draft,
                        "design-sessions",
                        "{\"heldOn\": \"2026-03-02\", \"agenda\": \"What and why\", \"participants\": [\"%s\"]}"
                                .formatted(SPONSOR.subject())));
        draft = expect(
                200,
                verb(
                        SUBMITTER,
                        draft,
                        "decisions",
                        "{\"text\": \"The web comes first\", \"decidedBy\": \"%s\", \"decidedOn\": \"2026-03-02\"}"
                                .formatted(SPONSOR.subject())));
        var inReview = expect(200, verb(SUBMITTER, draft, "submit"));
        draft = expect(200, verb(PPM, inReview, "return", "{\"comment\": \"Which forms?\"}"));
        expect(200, verb(SUBMITTER, draft, "cancel", "{\"reason\": \"The county does it\"}"));
    }

    /** A library joins the project while its charter is written. */
    private static void following() {
        var draft = Charters.lite();
        var project = draft.jsonPath().getString("project.id");
        Portfolio.tell(
                "project", "edited", project, 2, Portfolio.state(project, "LITE", "PLANNING", "", "DEP-PW", "DEP-LIB"));
        Portfolio.await(
                "the library",
                () -> again(draft).jsonPath().getList("departments").contains("DEP-LIB"));
    }

    public static String templateText() {
        var adopted = expect(200, get(ADMIN, "/v1/charter-templates?tier=LITE&state=ADOPTED"))
                .jsonPath();
        var whole = get(ADMIN, adopted.getString("items[0].href")).asString();
        return whole.substring(whole.indexOf("\"text\":") + 7, whole.indexOf(",\"authors\""));
    }

    /** Somebody tries who may not; somebody declines; the author recalls. */
    private static void committing() {
        var charter = Charters.committing();
        expect(403, sign(CIO, charter, "executive-sponsor"));
        expect(200, verb(SPONSOR, signOff(SPONSOR, charter, "executive-sponsor"), "view"));
        expect(200, sign(SPONSOR, signOff(SPONSOR, charter, "executive-sponsor")));
        expect(200, verb(HEAD, signOff(HEAD, charter, HEAD_SEAT), "decline", "{\"reason\": \"Not this year\"}"));
        var inReview = expect(200, verb(SUBMITTER, again(charter), "submit"));
        expect(
                200,
                verb(
                        SUBMITTER,
                        expect(200, verb(SUBMITTER, inReview, "commit")),
                        "recall",
                        "{\"reason\": \"One more form\"}"));
    }

    private static Response amending() {
        var committed = Charters.committed();
        var spanish = Contents.LITE.replace("Every form works", "Every form works in Spanish");
        return signedByAll(expect(
                200,
                verb(SUBMITTER, committed, "amend", "{\"reason\": \"Spanish\", \"content\": %s}".formatted(spanish))));
    }

    /** One leaves in the middle of acceptance, the successor adopts; a deferred criterion is settled. */
    private static void succession(Response committed) {
        var charter = expect(200, verb(PPM, committed, "start-acceptance"));
        charter = assess(charter, "C1", "{\"verdict\": \"PASS\", \"evidence\": [\"/tests/1\"]}");
        charter = assess(
                charter,
                "C2",
                "{\"verdict\": \"DEFERRED\", \"owner\": \"%s\", \"due\": \"%s\"}"
                        .formatted(
                                PPM.subject(),
                                LocalDate.now(ZoneId.of("America/Los_Angeles")).plusDays(30)));
        charter = expect(
                200,
                verb(
                        PPM,
                        charter,
                        "acceptance/statement",
                        "{\"finish\": \"2027-01-15\", \"evidence\": [\"/minutes/7\"]}"));
        charter = expect(200, verb(PPM, charter, "seats/" + HEAD_SEAT + "/vacate", "{\"reason\": \"LEFT\"}"));
        charter = expect(
                200,
                verb(
                        PPM,
                        charter,
                        "seats/" + HEAD_SEAT + "/appoint",
                        "{\"person\": \"%s\", \"authorityBasis\": \"Appointed\"}".formatted(HEAD_2.subject())));
        expect(
                200,
                sign(HEAD_2, expect(200, get(HEAD_2, hrefOf(charter) + "/sign-offs/" + HEAD_SEAT + "?purpose=ADOPT"))));
        for (var seat : LITE_SEATS.keySet()) {
            expect(200, sign(seat.equals(HEAD_SEAT) ? HEAD_2 : LITE_SEATS.get(seat), again(charter), seat));
        }
        var resolved = expect(
                200, verb(PPM, again(charter), "acceptance/criteria/C2/resolve", "{\"evidence\": [\"/tests/2\"]}"));
        expect(200, verb(PPM, resolved, "close"));
    }

    private static void failing() {
        var charter = expect(200, verb(PPM, Charters.committed(), "start-acceptance"));
        charter = assess(charter, "C1", "{\"verdict\": \"FAIL\", \"reason\": \"Three seconds\"}");
        charter = assess(charter, "C2", "{\"verdict\": \"PASS\", \"evidence\": [\"/tests/1\"]}");
        var failed = signedByAll(expect(200, verb(PPM, charter, "acceptance/statement", "{}")));
        expect(200, verb(PPM, failed, "terminate", "{\"reason\": \"The vendor is gone\"}"));
    }

    private static void time(CeremonyDeadlines deadlines) {
        var charter = Charters.committing();
        var due = Instant.parse(charter.jsonPath().getString("round.due"));
        for (var at = due.minus(Duration.ofDays(14)); at.isBefore(due); at = at.plus(Duration.ofDays(1))) {
            deadlines.look(at);
        }
        deadlines.look(due);
        deadlines.look(due.plusSeconds(1));
    }

    private static void delegations() {
        var today = LocalDate.now(ZoneId.of("America/Los_Angeles"));
        var given = expect(
                201,
                post(
                        OWNER,
                        "/v1/delegations",
                        "{\"delegate\": \"deputy\", \"from\": \"%s\", \"until\": \"%s\", \"purposes\": [\"COMMIT\"], \"limit\": {\"amount\": 250000.00}}"
                                .formatted(today, today.plusDays(14))));
        expect(200, verb(OWNER, given, "revoke"));
    }

    private static void documents() {
        var path = hrefOf(Charters.lite()) + "/documents";
        var plan = expect(201, post(SUBMITTER, path, "{\"kind\": \"PROJECT_PLAN\", \"title\": \"The plan\"}"));
        expect(
                200,
                as(SUBMITTER)
                        .header("If-Match", plan.header("ETag"))
                        .contentType("application/octet-stream")
                        .body("%PDF-1.7 A plan".getBytes(StandardCharsets.UTF_8))
                        .put(hrefOf(plan) + "/content"));
        var hash = "0".repeat(64);
        var link = expect(
                201,
                post(
                        SUBMITTER,
                        path,
                        "{\"kind\": \"CONTRACT\", \"title\": \"Contract\", \"link\": \"https://share.city.example/c/17\", \"sha256\": \"%s\"}"
                                .formatted(hash)));
        link = expect(200, verb(SUBMITTER, link, "check-link", "{\"sha256\": \"%s\"}".formatted(hash)));
        expect(200, verb(SUBMITTER, link, "withdraw", "{\"reason\": \"A newer one\"}"));
    }

    private static void engagements(KeyStaffWatch watch) {
        var path = "/v1/engagements/by-ref/procurement/C-" + UUID.randomUUID();
        var terms =
                "{\"project\": \"p-1\", \"vendor\": \"V-1001\", \"title\": \"App development\", \"amount\": {\"amount\": 400000.00}%s}";
        expect(201, put(PROCUREMENT, path, null, terms.formatted("")));
        var engaged = expect(200, put(PROCUREMENT, path, null, terms.formatted(", \"solicitedOn\": \"2026-05-01\"")));
        var seen = expect(
                200,
                put(
                        PROCUREMENT,
                        hrefOf(engaged) + "/key-positions/lead",
                        engaged.header("ETag"),
                        "{\"title\": \"Lead\", \"qualifications\": [\"PMP\"], \"percent\": 100}"));
        watch.look(Instant.now().plus(Duration.ofDays(11)));
        seen = expect(200, get(PPM, hrefOf(seen)));
        var nominee = "{\"name\": \"%s\", \"qualifications\": [\"PMP\"]}";
        seen = expect(200, verb(VENDOR, seen, "key-positions/lead/nominees", nominee.formatted("Nora")));
        seen = expect(200, verb(VENDOR, seen, "key-positions/lead/nominees", nominee.formatted("Nils")));
        for (var verb :
                new String[] {"0/start-review", "0/approve", "0/activate", "0/release", "1/start-review", "1/reject"}) {
            var id = seen.jsonPath().getString("keyPositions[0].nominees.sort { it.id }[" + verb.charAt(0) + "].id");
            seen = expect(
                    200,
                    verb(
                            PPM,
                            seen,
                            "key-positions/lead/nominees/" + id + verb.substring(1),
                            "{\"comment\": \"As agreed\"}"));
        }
    }

    private static void evaluations() {
        var engaged = expect(
                201,
                post(PPM, "/v1/engagements", "{\"project\": \"p-1\", \"vendor\": \"V-1001\", \"title\": \"Advice\"}"));
        var draft = expect(201, post(PPM, hrefOf(engaged) + "/evaluations", FINDINGS));
        draft = expect(200, patch(PPM, draft, "{\"summary\": \"Good work\"}"));
        var issued = expect(200, verb(PPM, draft, "issue"));
        issued = expect(200, get(VENDOR, hrefOf(issued)));
        var heard = expect(200, verb(VENDOR, issued, "respond", "{\"text\": \"Thank you\", \"disputed\": false}"));
        var reviewed = expect(200, verb(PPM, heard, "review", "{\"comment\": \"As it is\"}"));
        expect(200, verb(PPM, reviewed, "finalize"));
    }

    /** Of a half-year. */
    public static final String FINDINGS = """
            {"from": "2026-01-01", "until": "2026-06-30", "quality": {"score": 4, "fact": "/v1/documents/1"},
             "schedule": {"score": 3, "fact": "/v1/documents/2"}, "cost": {"score": 5, "fact": "/v1/documents/3"},
             "management": {"score": 4, "fact": "/v1/documents/4"}, "keyStaff": {"score": 4, "fact": "/v1/documents/5"},
             "compliance": {"score": 5, "fact": "/v1/documents/6"}}""";

    private static Response assess(Response charter, String criterion, String finding) {
        return expect(
                200, put(PPM, hrefOf(charter) + "/acceptance/criteria/" + criterion, charter.header("ETag"), finding));
    }
}
