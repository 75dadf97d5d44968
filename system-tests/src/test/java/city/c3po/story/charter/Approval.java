package city.c3po.story.charter;

import city.c3po.story.cast.Department;
import city.c3po.story.cast.Proposals;
import city.c3po.story.suite.Answer;
import city.c3po.story.suite.Door;
import city.c3po.story.suite.RunningSuite;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an initiative gets its approval: reviewed, scored by three, decided by a board of five. */
final class Approval {
    private static final List<String> BOARD =
            List.of("board-chair", "board-member-1", "board-member-2", "board-member-3", "board-member-4");

    private final RunningSuite suite;
    private final Door ppm;
    private final Door chair;

    Approval(RunningSuite suite) {
        this.suite = suite;
        this.ppm = suite.door().as("ppm");
        this.chair = suite.door().as("board-chair");
    }

    /** A project that the public sees and that concerns two departments: a MAJOR charter. */
    Answer projectOf(String title) {
        var proposal = Proposals.minor(title);
        proposal.putArray("affectedDepartments").add("DEP-LIB");
        ((ObjectNode) proposal.path("profile")).put("publicFacing", true);
        var approved = decided(scored(new Department(suite.door().as("submitter")).submit(proposal)));
        return ppm.get(verb(ppm, approved, "convert", "{}").text("/projects/0/href"))
                .expect(200);
    }

    private Answer scored(Answer submitted) {
        var model = ppm.post("/v1/scoring-models", Proposals.json("""
                        {"title": "Value", "criteria": [{"code": "value", "question": "How much do residents gain?", "weight": 100,
                          "anchors": ["none", "little", "some", "good", "much", "most"]}]}""")).expect(201);
        verb(suite.door().as("ppm-2"), model, "adopt", null);
        var goal = suite.door()
                .as("policy-admin")
                .post("/v1/goals", Proposals.json("{\"title\": \"Services that answer\"}"))
                .expect(201);
        var seen = verb(ppm, submitted, "assign-ppm", "{\"person\": \"%s\"}".formatted(Subjects.of("ppm")));
        for (var lesson : seen.json().path("lessons")) {
            if (!lesson.path("answer").isTextual()) {
                seen = verb(
                        suite.door().as("submitter"),
                        seen,
                        "answer-lesson",
                        "{\"lesson\": \"%s\", \"answer\": \"ACCEPTED\", \"reason\": \"We do that\"}"
                                .formatted(lesson.at("/lesson/id").asText()));
            }
        }
        seen = verb(ppm, seen, "start-review", null);
        seen = verb(
                ppm,
                seen,
                "align",
                "{\"goal\": \"%s\", \"level\": 3, \"sentence\": \"It answers\"}".formatted(goal.text("/id")));
        for (var n = 1; n <= 3; n++) {
            suite.door()
                    .as("assessor-" + n)
                    .post(
                            seen.text("/href") + "/assessments",
                            Proposals.json("{\"marks\": [{\"criterion\": \"value\", \"mark\": 4}]}"))
                    .expect(201);
        }
        return verb(ppm, ppm.get(seen.text("/href")).expect(200), "score", null);
    }

    private Answer decided(Answer scored) {
        var board = ppm.post("/v1/boards", Proposals.json("{\"title\": \"Planning Board\", \"seats\": 5}"))
                .expect(201);
        for (var seat = 1; seat <= BOARD.size(); seat++) {
            board = verb(
                    ppm,
                    board,
                    "seat-member",
                    "{\"seat\": %d, \"person\": \"%s\", \"from\": \"2020-01-01\"}"
                            .formatted(seat, Subjects.of(BOARD.get(seat - 1))));
        }
        var meeting = chair.post(
                        board.text("/href") + "/meetings",
                        Proposals.json("{\"day\": \"%s\"}".formatted(Subjects.today(suite))))
                .expect(201);
        meeting = verb(chair, meeting, "docket", "{\"initiative\": \"%s\"}".formatted(scored.text("/id")));
        meeting = verb(chair, meeting, "open", null);
        for (var member : BOARD) {
            meeting = verb(suite.door().as(member), meeting, "attend", null);
        }
        var item = "docket/" + meeting.text("/docket/0/id") + "/";
        meeting = verb(chair, meeting, item + "move", "{\"outcome\": \"APPROVED\", \"reason\": \"Residents wait\"}");
        for (var member : BOARD.subList(0, 4)) {
            meeting = verb(suite.door().as(member), meeting, item + "vote", "{\"choice\": \"YES\"}");
        }
        meeting = verb(chair, meeting, item + "close-vote", null);
        meeting = verb(chair, meeting, "adjourn", null);
        verb(suite.door().as("board-member-1"), meeting, "approve-minutes", "{\"minutes\": \"As on the docket.\"}");
        return ppm.get(scored.text("/href")).expect(200);
    }

    static Answer verb(Door by, Answer seen, String verb, @Nullable String body) {
        var path = seen.text("/href") + "/" + verb;
        var door = by.ifMatch(seen);
        return (body == null ? door.post(path) : door.post(path, Proposals.json(body))).expect(200);
    }
}
