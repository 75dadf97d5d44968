package city.c3po.portfolio.board;

import static city.c3po.portfolio.Http.ADMIN;
import static city.c3po.portfolio.Http.ASSESSOR_1;
import static city.c3po.portfolio.Http.ASSESSOR_2;
import static city.c3po.portfolio.Http.ASSESSOR_3;
import static city.c3po.portfolio.Http.AUDITOR;
import static city.c3po.portfolio.Http.CHAIR;
import static city.c3po.portfolio.Http.MEMBER_1;
import static city.c3po.portfolio.Http.MEMBER_2;
import static city.c3po.portfolio.Http.MEMBER_3;
import static city.c3po.portfolio.Http.PPM;
import static city.c3po.portfolio.Http.PPM_2;
import static city.c3po.portfolio.Http.SUBMITTER;
import static city.c3po.testing.http.Requests.create;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.hrefOf;
import static city.c3po.testing.http.Requests.patch;
import static city.c3po.testing.http.Requests.post;
import static city.c3po.testing.http.Requests.put;
import static city.c3po.testing.http.Requests.refused;
import static city.c3po.testing.http.Requests.verb;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.portfolio.BoardStory;
import city.c3po.portfolio.BusinessTime;
import city.c3po.portfolio.Charters;
import city.c3po.portfolio.ProjectStory;
import city.c3po.testing.SharesInfra;
import city.c3po.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@SharesInfra(value = "portfolio", consumes = "charter")
class BoardResourceTest {
    private static final String APPROVED = "{\"outcome\": \"APPROVED\", \"reason\": \"It is good\"}";
    private Response goal;

    @BeforeEach
    void model() {
        create(ADMIN, "/v1/departments/DEP-PW", "{\"name\": \"Public Works\"}");
        goal = expect(201, post(ADMIN, "/v1/goals", "{\"title\": \"Smart city\"}"));
        var model = expect(201, post(PPM, "/v1/scoring-models", """
                {"title": "For the board", "criteria": [
                  {"code": "value", "question": "How much?", "weight": 60, "anchors": ["0", "1", "2", "3", "4", "5"]},
                  {"code": "readiness", "question": "How ready?", "weight": 40, "anchors": ["0", "1", "2", "3", "4", "5"]}]}"""));
        assertEquals("second-person-adopts-model", refused(403, verb(PPM, model, "adopt")));
        expect(200, verb(PPM_2, model, "adopt"));
    }

    @Test
    void without_a_quorum_nobody_votes_and_the_item_is_carried_over() {
        var board = BoardStory.board();
        var scored = BoardStory.scored("No quorum", false, goal, null);
        var meeting = opened(board, List.of(CHAIR, MEMBER_1), scored);
        meeting = BoardStory.item(CHAIR, meeting, 0, "move", APPROVED);
        var refusal = expect(409, BoardStory.itemTried(CHAIR, meeting, 0, "vote", "{\"choice\": \"YES\"}"))
                .jsonPath();
        assertEquals("quorum-reached", refusal.getString("code"));
        assertEquals(3, refusal.getInt("needed"));
        assertEquals(2, refusal.getInt("counting"));
        assertEquals("quorum-reached", refused(409, BoardStory.itemTried(CHAIR, meeting, 0, "close-vote", null)));
        meeting = expect(200, verb(CHAIR, meeting, "adjourn"));
        assertEquals("CARRIED_OVER", meeting.jsonPath().getString("docket[0].state"));
        assertEquals("ON_DOCKET", get(PPM, hrefOf(scored)).jsonPath().getString("state"));
        // and is decided by the next one
        var next = opened(board, List.of(CHAIR, MEMBER_1, MEMBER_2, MEMBER_3), scored);
        BoardStory.decided(next, 0, APPROVED);
        assertEquals("APPROVED", get(PPM, hrefOf(scored)).jsonPath().getString("state"));
    }

    @Test
    void whoever_is_recused_neither_votes_nor_counts() {
        var scored = BoardStory.scored("Recused", false, goal, null);
        var meeting = opened(BoardStory.board(), List.of(CHAIR, MEMBER_1, MEMBER_2), scored);
        meeting = BoardStory.item(MEMBER_2, meeting, 0, "recuse", "{\"reason\": \"My sister\"}");
        assertEquals(
                "recused-once",
                refused(409, BoardStory.itemTried(MEMBER_2, meeting, 0, "recuse", "{\"reason\": \"Again\"}")));
        assertEquals("not-recused", refused(403, BoardStory.itemTried(MEMBER_2, meeting, 0, "move", APPROVED)));
        meeting = BoardStory.item(CHAIR, meeting, 0, "move", APPROVED);
        assertEquals(
                "not-recused",
                refused(403, BoardStory.itemTried(MEMBER_2, meeting, 0, "vote", "{\"choice\": \"YES\"}")));
        assertEquals(
                "quorum-reached",
                refused(409, BoardStory.itemTried(CHAIR, meeting, 0, "vote", "{\"choice\": \"YES\"}")));
    }

    @Test
    void a_submitter_takes_no_part_in_deciding_its_own_item() {
        var author = SUBMITTER.roles("submitter", "board-member");
        var board = BoardStory.board();
        var today = BusinessTime.today();
        board = expect(
                200, verb(PPM, board, "end-term", "{\"seat\": 4, \"until\": \"%s\"}".formatted(today.minusDays(1))));
        expect(
                200,
                verb(
                        PPM,
                        board,
                        "seat-member",
                        "{\"seat\": 4, \"person\": \"%s\", \"from\": \"%s\"}".formatted(SUBMITTER.subject(), today)));
        var scored = BoardStory.scored("Own item", false, goal, null);
        var meeting = opened(get(PPM, hrefOf(board)), List.of(CHAIR, MEMBER_1, author), scored);
        assertEquals("not-recused", refused(403, BoardStory.itemTried(author, meeting, 0, "move", APPROVED)));
        meeting = BoardStory.item(CHAIR, meeting, 0, "move", APPROVED);
        assertEquals(
                "quorum-reached",
                refused(409, BoardStory.itemTried(CHAIR, meeting, 0, "vote", "{\"choice\": \"YES\"}")));
    }

    @Test
    void a_tie_is_lost_and_another_motion_can_be_put() {
        var scored = BoardStory.scored("Tie", false, goal, null);
        var meeting = opened(BoardStory.board(), List.of(CHAIR, MEMBER_1, MEMBER_2, MEMBER_3), scored);
        meeting = BoardStory.item(CHAIR, meeting, 0, "move", APPROVED);
        assertEquals(
                "one-motion-at-a-time", refused(409, BoardStory.itemTried(MEMBER_1, meeting, 0, "move", APPROVED)));
        meeting = BoardStory.item(CHAIR, meeting, 0, "vote", "{\"choice\": \"YES\"}");
        assertEquals(
                "voted-once", refused(409, BoardStory.itemTried(CHAIR, meeting, 0, "vote", "{\"choice\": \"YES\"}")));
        meeting = BoardStory.item(MEMBER_1, meeting, 0, "vote", "{\"choice\": \"NO\"}");
        meeting = BoardStory.item(MEMBER_2, meeting, 0, "vote", "{\"choice\": \"ABSTAIN\"}");
        meeting = BoardStory.item(CHAIR, meeting, 0, "close-vote", null);
        assertEquals("PENDING", meeting.jsonPath().getString("docket[0].state"));
        assertEquals(1, meeting.jsonPath().getList("docket[0].lost").size());
        assertEquals(
                "motion-put", refused(409, BoardStory.itemTried(CHAIR, meeting, 0, "vote", "{\"choice\": \"YES\"}")));
        meeting = BoardStory.decided(meeting, 0, "{\"outcome\": \"REJECTED\", \"reason\": \"It is late\"}");
        assertEquals("DECIDED", meeting.jsonPath().getString("docket[0].state"));
        assertEquals("item-pending", refused(409, BoardStory.itemTried(CHAIR, meeting, 0, "move", APPROVED)));
    }

    @Test
    void two_meetings_do_not_decide_one_item_at_once() throws Exception {
        var board = BoardStory.board();
        for (int round = 0; round < 3; round++) {
            var scored = BoardStory.scored("Twice " + round, false, goal, null);
            var one = BoardStory.noticed(board);
            var other = BoardStory.noticed(board);
            try (var clients = Executors.newFixedThreadPool(2)) {
                var answers = clients.invokeAll(List.<Callable<Response>>of(
                        () -> verb(CHAIR, one, "docket", BoardStory.item(scored)),
                        () -> verb(PPM, other, "docket", BoardStory.item(scored))));
                var statuses = new HashSet<Integer>();
                for (var answer : answers) {
                    statuses.add(answer.get().statusCode());
                }
                assertEquals(Set.of(200, 409), statuses);
            }
        }
    }

    @Test
    void a_motion_says_what_it_must_and_no_more() {
        var scored = BoardStory.scored("Motions", false, goal, null);
        var meeting = opened(BoardStory.board(), List.of(CHAIR, MEMBER_1, MEMBER_2), scored);
        for (var unsound : List.of(
                "{\"outcome\": \"DEFERRED\", \"reason\": \"Later\"}",
                "{\"outcome\": \"DEFERRED\", \"until\": \"2020-01-01\", \"reason\": \"Earlier\"}",
                "{\"outcome\": \"APPROVED\", \"until\": \"2900-01-01\", \"reason\": \"Until\"}")) {
            assertEquals("deferral-has-a-day", refused(422, BoardStory.itemTried(CHAIR, meeting, 0, "move", unsound)));
        }
        for (var unsound : List.of(
                "{\"outcome\": \"CONDITIONALLY_APPROVED\", \"reason\": \"If\"}",
                "{\"outcome\": \"APPROVED\", \"conditions\": [{\"text\": \"If\"}], \"reason\": \"If\"}")) {
            assertEquals("conditions-said", refused(422, BoardStory.itemTried(CHAIR, meeting, 0, "move", unsound)));
        }
    }

    @Test
    void a_deferred_initiative_is_docketed_again_at_its_day_and_not_before() {
        var board = BoardStory.board();
        var scored = BoardStory.scored("Deferred", false, goal, null);
        var meeting = opened(board, List.of(CHAIR, MEMBER_1, MEMBER_2, MEMBER_3), scored);
        BoardStory.decided(
                meeting,
                0,
                "{\"outcome\": \"DEFERRED\", \"until\": \"%s\", \"reason\": \"After the budget\"}"
                        .formatted(BusinessTime.today().plusDays(5)));
        var next = BoardStory.noticed(board);
        assertEquals("deferred-until", refused(409, verb(PPM, next, "docket", BoardStory.item(scored))));
        BusinessTime.advanceDays(5);
        // the service looks at the moved clock within a second
        Charters.await(
                PPM,
                hrefOf(scored),
                seen -> verb(PPM, next, "docket", BoardStory.item(scored)).statusCode() == 200
                        || "ON_DOCKET".equals(seen.jsonPath().getString("state")));
        assertEquals("ON_DOCKET", get(PPM, hrefOf(scored)).jsonPath().getString("state"));
    }

    @Test
    void a_decision_never_changes_but_a_later_one_supersedes_it() {
        var board = BoardStory.board();
        var scored = BoardStory.scored("Superseded", false, goal, null);
        var meeting = opened(board, List.of(CHAIR, MEMBER_1, MEMBER_2, MEMBER_3), scored);
        meeting = BoardStory.decided(meeting, 0, APPROVED);
        meeting = expect(200, verb(CHAIR, meeting, "docket", BoardStory.item(scored)));
        BoardStory.decided(meeting, 1, "{\"outcome\": \"REJECTED\", \"reason\": \"The vendor is gone\"}");
        assertEquals("REJECTED", get(PPM, hrefOf(scored)).jsonPath().getString("state"));
        var decisions = expect(200, get(AUDITOR, hrefOf(board) + "/decisions?sort=OLDEST"))
                .jsonPath();
        assertEquals(List.of("SUPERSEDED", "IN_FORCE"), decisions.getList("items.state"));
        assertEquals(decisions.getString("items[1].id"), decisions.getString("items[0].supersededBy.id"));
        assertEquals("illegal-move", refused(409, verb(PPM, get(PPM, hrefOf(scored)), "convert", "{}")));
    }

    @Test
    void members_sit_once_and_terms_do_not_overlap() {
        var board = expect(201, post(PPM, "/v1/boards", "{\"title\": \"Terms\", \"seats\": 2}"));
        var member = "{\"seat\": %d, \"person\": \"%s\", \"from\": \"2026-01-01\", \"until\": \"2026-12-31\"}";
        assertEquals("seat-exists", refused(422, verb(PPM, board, "seat-member", member.formatted(3, "a"))));
        board = expect(200, verb(PPM, board, "seat-member", member.formatted(1, "a")));
        assertEquals("seat-free", refused(409, verb(PPM, board, "seat-member", member.formatted(1, "b"))));
        assertEquals("one-seat-each", refused(409, verb(PPM, board, "seat-member", member.formatted(2, "a"))));
        assertEquals(
                "seat-held", refused(422, verb(PPM, board, "end-term", "{\"seat\": 2, \"until\": \"2026-06-30\"}")));
        expect(200, verb(PPM, board, "end-term", "{\"seat\": 1, \"until\": \"2026-06-30\"}"));
    }

    @Test
    void only_members_attend_one_for_each_seat_and_minutes_take_another_one() {
        var meeting = BoardStory.noticed(BoardStory.board());
        assertEquals("chair-only", refused(403, verb(MEMBER_1, meeting, "open")));
        meeting = expect(200, verb(CHAIR, meeting, "open"));
        assertEquals("member-or-alternate", refused(403, verb(ASSESSOR_1.roles("board-member"), meeting, "attend")));
        meeting = expect(200, verb(CHAIR, meeting, "attend"));
        assertEquals("seat-not-taken", refused(409, verb(CHAIR, meeting, "attend")));
        assertEquals("attending", refused(409, verb(MEMBER_1, meeting, "leave")));
        meeting = expect(200, verb(CHAIR, meeting, "adjourn"));
        var minutes = "{\"minutes\": \"Nobody came.\"}";
        assertEquals("minutes-by-another", refused(403, verb(CHAIR, meeting, "approve-minutes", minutes)));
        expect(200, verb(MEMBER_1, meeting, "approve-minutes", minutes));
    }

    @Test
    void a_ranking_has_no_hole_no_duplicate_and_says_why_it_deviates() {
        var board = BoardStory.board();
        var mandated = BoardStory.scored("By law", true, goal, null);
        var other = BoardStory.scored("By wish", false, goal, null);
        var unscored = BoardStory.reviewed("Not yet", false, null);
        var path = hrefOf(board) + "/rankings/2028";
        assertEquals("chair-only", refused(403, create(MEMBER_1, path, places(1, mandated, 2, other))));
        assertEquals("ranks-without-holes", refused(422, create(CHAIR, path, places(1, mandated, 3, other))));
        assertEquals("ranks-without-holes", refused(422, create(CHAIR, path, places(1, mandated, 1, other))));
        assertEquals("ranked-once", refused(422, create(CHAIR, path, places(1, mandated, 2, mandated))));
        assertEquals("known-ranked-initiative", refused(422, create(CHAIR, path, places(1, mandated, 2, unscored))));
        // the score is the same; the mandate breaks the tie
        assertEquals("deviation-explained", refused(422, create(CHAIR, path, places(1, other, 2, mandated))));
        var first = expect(201, create(CHAIR, path, places(1, mandated, 2, other)));
        assertEquals(1, first.jsonPath().getInt("edition"));
        var explained = """
                {"places": [{"rank": 1, "initiative": "%s", "reason": "The law changes"},
                            {"rank": 2, "initiative": "%s", "reason": "The law changes"}]}""".formatted(ProjectStory.id(other), ProjectStory.id(mandated));
        assertEquals("precondition-required", refused(428, put(CHAIR, path, null, explained)));
        var second = expect(200, put(CHAIR, path, first.header("ETag"), explained));
        assertEquals(2, second.jsonPath().getInt("edition"));
    }

    @Test
    void three_assessors_without_a_conflict_mark_once_and_the_median_counts() {
        var initiative = BoardStory.reviewed("Marked", false, null);
        var path = hrefOf(initiative) + "/assessments";
        assertEquals("three-assessors", refused(409, verb(PPM, initiative, "score")));
        assertEquals(
                "assessor-without-conflict",
                refused(403, post(ASSESSOR_1.departments("DEP-PW"), path, BoardStory.marks(1, 1))));
        assertEquals(
                "assessor-without-conflict",
                refused(403, post(SUBMITTER.roles("assessor").departments(), path, BoardStory.marks(1, 1))));
        assertEquals(
                "every-criterion-marked",
                refused(422, post(ASSESSOR_1, path, "{\"marks\": [{\"criterion\": \"value\", \"mark\": 1}]}")));
        assertEquals("conflict-or-marks", refused(422, post(ASSESSOR_1, path, "{}")));
        expect(201, post(ASSESSOR_1, path, BoardStory.marks(0, 4)));
        assertEquals("marked-once", refused(409, post(ASSESSOR_1, path, BoardStory.marks(5, 5))));
        expect(201, post(ASSESSOR_2, path, BoardStory.marks(3, 3)));
        var conflicted = expect(201, post(ASSESSOR_3, path, "{\"conflict\": \"My brother\"}"));
        assertEquals("three-assessors", refused(409, verb(PPM, initiative, "score")));
        expect(
                200,
                patch(
                        ASSESSOR_3,
                        conflicted,
                        "{\"conflict\": null, " + BoardStory.marks(4, 4).strip().substring(1)));
        var scored = expect(200, verb(PPM, initiative, "score")).jsonPath();
        // 20 · (60 · 3 + 40 · 4) / 100
        assertEquals(68.0, scored.getDouble("score.score"));
        assertTrue(scored.getBoolean("score.criteria[0].flagged"));
        assertFalse(scored.getBoolean("score.criteria[1].flagged"));
        assertEquals("under-review-now", refused(409, post(ASSESSOR_1, path, BoardStory.marks(1, 1))));
    }

    private static Response opened(Response board, List<Tokens> present, Response... items) {
        var meeting = BoardStory.noticed(board);
        for (var item : items) {
            meeting = expect(200, verb(PPM, meeting, "docket", BoardStory.item(item)));
        }
        meeting = expect(200, verb(CHAIR, meeting, "open"));
        for (var member : present) {
            meeting = expect(200, verb(member, meeting, "attend"));
        }
        return meeting;
    }

    private static String places(int rank, Response one, int next, Response other) {
        return "{\"places\": [{\"rank\": %d, \"initiative\": \"%s\"}, {\"rank\": %d, \"initiative\": \"%s\"}]}"
                .formatted(rank, ProjectStory.id(one), next, ProjectStory.id(other));
    }
}
