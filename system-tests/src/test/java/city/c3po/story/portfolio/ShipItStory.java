package city.c3po.story.portfolio;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.story.cast.CharterTold;
import city.c3po.story.cast.Department;
import city.c3po.story.cast.Proposals;
import city.c3po.story.suite.Answer;
import city.c3po.story.suite.Door;
import city.c3po.story.suite.RunningSuite;
import city.c3po.story.suite.TheSuite;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The business clock moves, so this story comes after those that compare times with their own. */
@TheSuite
@Order(20)
class ShipItStory {
    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final int FISCAL_YEAR = 2028;

    /** By the marks they get, value and readiness; the last two are alike, and the earlier one comes first. */
    private static final List<Wish> MAJOR = List.of(
            new Wish("My San Jose (SJ311)", 5, 5),
            new Wish("AMANDA7 Upgrade", 5, 4),
            new Wish("Website Recovery Project", 4, 4),
            new Wish("Business Tax Amnesty", 3, 4),
            new Wish("FMS Upgrade", 3, 3),
            new Wish("Revenue Upgrade", 2, 2),
            new Wish("Workers Comp Upgrade", 2, 2));

    private static final List<String> SEATS =
            List.of("board-chair", "board-member-1", "board-member-2", "board-member-3", "board-member-4");

    private record Wish(String title, int value, int readiness) {
        /** With 60 and 40 percent, and the median of three equal marks. */
        double score() {
            return 20 * (0.6 * value + 0.4 * readiness);
        }
    }

    private final RunningSuite suite;
    private final Door ppm;
    private final Door chair;

    ShipItStory(RunningSuite suite) {
        this.suite = suite;
        this.ppm = suite.door().as("ppm");
        this.chair = suite.door().as("board-chair");
    }

    @Test
    void eight_wishes_become_a_ranked_list_a_decision_each_and_projects_with_gates() {
        suite.c3po("demo"); // the city's departments and people
        var goal = suite.door()
                .as("policy-admin")
                .post("/v1/goals", Proposals.json("{\"title\": \"Ship IT!\"}"))
                .expect(201);
        adoptModel();
        var scored = new ArrayList<Answer>();
        for (var wish : MAJOR) {
            scored.add(score(review(wish.title(), goal), wish));
        }
        var delegated = delegate("Treasury Management System");

        var board = board();
        var meeting = meeting(board, scored.subList(0, 5));
        meeting = recuse("board-member-4", meeting, 0);
        meeting = decide(meeting, 0, "{\"outcome\": \"APPROVED\", \"reason\": \"Residents wait\"}");
        meeting = decide(meeting, 1, """
                {"outcome": "CONDITIONALLY_APPROVED", "reason": "Permits depend on it",
                 "conditions": [{"text": "A privacy impact assessment is done", "gate": "G4"}]}""");
        meeting = decide(meeting, 2, "{\"outcome\": \"APPROVED\", \"reason\": \"It was down for a week\"}");
        var until = today().plusDays(10);
        meeting = decide(
                meeting,
                3,
                "{\"outcome\": \"DEFERRED\", \"until\": \"%s\", \"reason\": \"After the budget\"}".formatted(until));
        meeting = decide(meeting, 4, "{\"outcome\": \"REJECTED\", \"reason\": \"The new one comes next year\"}");
        close(meeting);

        assertAll(
                () -> assertEquals("APPROVED", state(scored.get(0))),
                () -> assertEquals("CONDITIONALLY_APPROVED", state(scored.get(1))),
                () -> assertEquals("APPROVED", state(scored.get(2))),
                () -> assertEquals("DEFERRED", state(scored.get(3))),
                () -> assertEquals("REJECTED", state(scored.get(4))),
                () -> assertEquals("SCORED", state(scored.get(5))),
                () -> assertEquals("DELEGATED", state(delegated)));
        support(delegated);
        rank(board, scored);
        redocket(board, scored.get(3), until);
        govern(scored.get(0));
    }

    private void adoptModel() {
        var anchors = "[\"none\", \"little\", \"some\", \"good\", \"much\", \"most\"]";
        var model = ppm.post("/v1/scoring-models", Proposals.json("""
                        {"title": "Value and readiness", "criteria": [
                          {"code": "value", "question": "How much do residents gain?", "weight": 60, "anchors": %s},
                          {"code": "readiness", "question": "How ready are we?", "weight": 40, "anchors": %s}]}""".formatted(anchors, anchors)))
                .expect(201);
        suite.door()
                .as("ppm-2")
                .ifMatch(model)
                .post(model.text("/href") + "/adopt")
                .expect(200);
    }

    private Answer review(String title, Answer goal) {
        var initiative = new Department(suite.door().as("submitter")).submit(Proposals.major(title));
        initiative = verb(ppm, initiative, "assign-ppm", "{\"person\": \"%s\"}".formatted(subject(4)));
        for (var lesson : initiative.json().path("lessons")) {
            if (lesson.path("answer").isNull() || lesson.path("answer").isMissingNode()) {
                initiative = verb(
                        suite.door().as("submitter"),
                        initiative,
                        "answer-lesson",
                        "{\"lesson\": \"%s\", \"answer\": \"ACCEPTED\", \"reason\": \"We do that\"}"
                                .formatted(lesson.at("/lesson/id").asText()));
            }
        }
        initiative = verb(ppm, initiative, "start-review", null);
        return verb(
                ppm,
                initiative,
                "align",
                "{\"goal\": \"%s\", \"level\": 3, \"sentence\": \"It is one of the eight\"}"
                        .formatted(goal.text("/id")));
    }

    private Answer score(Answer initiative, Wish wish) {
        for (var n = 1; n <= 3; n++) {
            suite.door()
                    .as("assessor-" + n)
                    .post(initiative.text("/href") + "/assessments", Proposals.json("""
                            {"marks": [{"criterion": "value", "mark": %d}, {"criterion": "readiness", "mark": %d}]}""".formatted(
                                    wish.value(), wish.readiness())))
                    .expect(201);
        }
        var scored = verb(ppm, ppm.get(initiative.text("/href")).expect(200), "score", null);
        assertEquals(wish.score(), scored.json().at("/score/score").asDouble(), scored::toString);
        return scored;
    }

    private Answer delegate(String title) {
        return verb(ppm, new Department(suite.door().as("submitter")).submit(Proposals.minor(title)), "delegate", null);
    }

    /** The department runs it; the office helps if it is let. */
    private void support(Answer delegated) {
        var offer = ppm.post(
                        "/v1/support-engagements",
                        Proposals.json(
                                "{\"initiative\": \"%s\", \"supporter\": \"%s\", \"offer\": \"Two days of help\"}"
                                        .formatted(delegated.text("/id"), subject(3))))
                .expect(201);

        var accepted = verb(suite.door().as("submitter"), offer, "accept", "{\"comment\": \"Yes, please\"}");

        assertEquals("ACCEPTED", accepted.text("/state"));
    }

    private Answer board() {
        var board = ppm.post("/v1/boards", Proposals.json("{\"title\": \"Procurement Planning Board\", \"seats\": 5}"))
                .expect(201);
        for (var seat = 1; seat <= SEATS.size(); seat++) {
            board = verb(
                    ppm,
                    board,
                    "seat-member",
                    "{\"seat\": %d, \"person\": \"%s\", \"from\": \"2020-01-01\"}".formatted(seat, subject(12 + seat)));
        }
        return board;
    }

    private Answer meeting(Answer board, List<Answer> items) {
        var meeting = chair.post(
                        board.text("/href") + "/meetings", Proposals.json("{\"day\": \"%s\"}".formatted(today())))
                .expect(201);
        for (var item : items) {
            meeting = verb(chair, meeting, "docket", "{\"initiative\": \"%s\"}".formatted(item.text("/id")));
        }
        meeting = verb(chair, meeting, "open", null);
        for (var member : SEATS) {
            meeting = verb(suite.door().as(member), meeting, "attend", null);
        }
        return meeting;
    }

    private Answer recuse(String member, Answer meeting, int item) {
        var recused = verb(
                suite.door().as(member),
                meeting,
                place(meeting, item, "recuse"),
                "{\"reason\": \"My sister works there\"}");
        var moved = verb(
                chair,
                recused,
                place(meeting, item, "move"),
                "{\"outcome\": \"APPROVED\", \"reason\": \"Let us see\"}");
        suite.door()
                .as(member)
                .ifMatch(moved)
                .post(moved.text("/href") + "/" + place(meeting, item, "vote"), Proposals.json("{\"choice\": \"YES\"}"))
                .expect(403);
        moved = verb(chair, moved, place(meeting, item, "vote"), "{\"choice\": \"NO\"}");
        return verb(chair, moved, place(meeting, item, "close-vote"), null);
    }

    private Answer decide(Answer meeting, int item, String motion) {
        var seen = verb(chair, meeting, place(meeting, item, "move"), motion);
        for (var member : SEATS.subList(0, 4)) {
            seen = verb(suite.door().as(member), seen, place(meeting, item, "vote"), "{\"choice\": \"YES\"}");
        }
        return verb(chair, seen, place(meeting, item, "close-vote"), null);
    }

    private void close(Answer meeting) {
        verb(
                suite.door().as("board-member-1"),
                verb(chair, meeting, "adjourn", null),
                "approve-minutes",
                "{\"minutes\": \"As on the docket.\"}");
    }

    /** By score; a hole, and an order against the scores without a reason, are refused. */
    private void rank(Answer board, List<Answer> scored) {
        var path = board.text("/href") + "/rankings/" + FISCAL_YEAR;
        var first = chair.with("If-None-Match", "*");
        var eligible = List.of(scored.get(0), scored.get(1), scored.get(2), scored.get(5), scored.get(6));
        var swapped = List.of(eligible.get(1), eligible.get(0), eligible.get(2), eligible.get(3), eligible.get(4));

        assertTrue(first.put(path, Proposals.json(places(eligible, 2))).status() / 100 == 4, "a hole");
        assertTrue(first.put(path, Proposals.json(places(swapped, 1))).status() / 100 == 4, "no reason");
        var ranked = first.put(path, Proposals.json(places(eligible, 1))).expect(201);

        var order = new ArrayList<String>();
        ranked.json()
                .path("places")
                .forEach(place -> order.add(place.at("/initiative/id").asText()));
        assertEquals(eligible.stream().map(one -> one.text("/id")).toList(), order);
    }

    private static String places(List<Answer> initiatives, int from) {
        var places = new ArrayList<String>();
        for (var initiative : initiatives) {
            places.add(
                    "{\"rank\": %d, \"initiative\": \"%s\"}".formatted(from + places.size(), initiative.text("/id")));
        }
        return "{\"places\": %s}".formatted(places);
    }

    private void redocket(Answer board, Answer deferred, LocalDate until) {
        var early = chair.post(
                        board.text("/href") + "/meetings", Proposals.json("{\"day\": \"%s\"}".formatted(today())))
                .expect(201);
        chair.ifMatch(early)
                .post(
                        early.text("/href") + "/docket",
                        Proposals.json("{\"initiative\": \"%s\"}".formatted(deferred.text("/id"))))
                .expect(409);

        suite.c3po("clock", "+P11D");

        assertTrue(!today().isBefore(until), "the business clock has moved");
        var meeting = decide(
                meeting(board, List.of(deferred)),
                0,
                "{\"outcome\": \"APPROVED\", \"reason\": \"The budget is there\"}");
        close(meeting);
        assertEquals("APPROVED", state(deferred));
    }

    /** An approval becomes a project; planning waits for the commitment of this project, and of no other. */
    private void govern(Answer approved) {
        var converted = verb(ppm, ppm.get(approved.text("/href")).expect(200), "convert", "{}");
        var href = converted.text("/projects/0/href");
        var project = ppm.get(href).expect(200);
        if (project.json().path("ppm").isNull()) {
            project = verb(ppm, project, "assign-ppm", "{\"person\": \"%s\"}".formatted(subject(4)));
        }
        var manager = suite.door().as("ppm-2");
        project = verb(manager, project, "forecast", "{\"cost\": {\"amount\": 480000.00}, \"finish\": \"2027-07-30\"}");
        assertEquals(
                "charter-committed", startPlanning(manager, href).expect(409).text("/code"));

        new CharterTold(suite, "00000000-0000-7000-8000-00000000dead").says("committed");
        new CharterTold(suite, project.text("/id")).says("committed");
        await("the commitment arrives")
                .atMost(BOUND)
                .until(() -> ppm.get(href).json().at("/gates/0/criteria/0/met").asBoolean());

        assertEquals("gate-open", startPlanning(manager, href).expect(409).text("/code"));
        project = ppm.get(href).expect(200);
        project = verb(ppm, project, "gates/G1/name-approvers", approvers());
        project = verb(manager, project, "gates/G1/submit", null);
        verb(suite.door().as("department-head"), project, "gates/G1/judge", "{\"opinion\": \"GO\"}");

        assertEquals("PLANNING", startPlanning(manager, href).expect(200).text("/state"));
    }

    private Answer startPlanning(Door by, String href) {
        return by.ifMatch(by.get(href).expect(200)).post(href + "/start-planning");
    }

    private static String approvers() {
        return "{\"mode\": \"ALL\", \"people\": [\"%s\"]}".formatted(subject(6));
    }

    private static Answer verb(Door by, Answer seen, String verb, @Nullable String body) {
        var path = seen.text("/href") + "/" + verb;
        var door = by.ifMatch(seen);
        return (body == null ? door.post(path) : door.post(path, Proposals.json(body))).expect(200);
    }

    private static String place(Answer meeting, int item, String verb) {
        return "docket/" + meeting.text("/docket/%d/id".formatted(item)) + "/" + verb;
    }

    private String state(Answer initiative) {
        return ppm.get(initiative.text("/href")).expect(200).text("/state");
    }

    private LocalDate today() {
        var time = suite.c3po("clock").lines().findFirst().orElseThrow().split(" +")[1];
        return Instant.parse(time).atZone(ZoneId.of("America/Los_Angeles")).toLocalDate();
    }

    private static String subject(int nn) {
        return "00000000-0000-7000-8000-0000000000%02d".formatted(nn);
    }
}
