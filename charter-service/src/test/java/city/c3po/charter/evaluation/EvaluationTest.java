package city.c3po.charter.evaluation;

import static city.c3po.charter.Breaking.assertBreaks;
import static city.c3po.charter.charter.Sample.NOON;
import static city.c3po.charter.charter.Sample.person;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.rule.Convention;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every state with every verb; every rule broken once. */
class EvaluationTest {
    private static final Actor PPM = person("paul", Roles.PORTFOLIO_MANAGER);
    private static final Actor PPM_2 = person("petra", Roles.PORTFOLIO_MANAGER);
    private static final Actor VENDOR = vendor("V-1001");
    private static final Instant TOO_LATE = NOON.plus(Hearing.RESPONSE_TIME).plusSeconds(1);
    private static final Map<EvaluationState, Set<EvaluationAction>> ALLOWED = new EnumMap<>(Map.of(
            EvaluationState.DRAFT, EnumSet.of(EvaluationAction.EDIT, EvaluationAction.ISSUE),
            EvaluationState.ISSUED, EnumSet.of(EvaluationAction.RESPOND, EvaluationAction.REVIEW),
            EvaluationState.VENDOR_RESPONSE, EnumSet.of(EvaluationAction.REVIEW),
            EvaluationState.REVIEWED, EnumSet.of(EvaluationAction.FINALIZE),
            EvaluationState.FINAL, EnumSet.noneOf(EvaluationAction.class)));

    @TestFactory
    Stream<DynamicTest> every_verb_is_done_or_refused_in_every_state() {
        return Stream.of(EvaluationState.values())
                .flatMap(state -> Stream.of(EvaluationAction.values())
                        .map(action -> DynamicTest.dynamicTest(state + " " + action, () -> {
                            var evaluation = in(state);
                            assertEquals(state, evaluation.evaluationState());
                            if (ALLOWED.get(state).contains(action)) {
                                assertTrue(!act(evaluation, action, timeFor(action))
                                        .isEmpty());
                            } else {
                                assertBreaks(Convention.ILLEGAL_MOVE, () -> act(evaluation, action, NOON));
                                assertEquals(state, evaluation.evaluationState());
                            }
                        })));
    }

    @TestFactory
    Stream<DynamicTest> every_move_is_legal_or_not_as_the_table_says() {
        var legal = Map.of(
                EvaluationState.DRAFT, EnumSet.of(EvaluationState.ISSUED),
                EvaluationState.ISSUED, EnumSet.of(EvaluationState.VENDOR_RESPONSE, EvaluationState.REVIEWED),
                EvaluationState.VENDOR_RESPONSE, EnumSet.of(EvaluationState.REVIEWED),
                EvaluationState.REVIEWED, EnumSet.of(EvaluationState.FINAL),
                EvaluationState.FINAL, EnumSet.noneOf(EvaluationState.class));
        return Stream.of(EvaluationState.values())
                .map(from -> DynamicTest.dynamicTest(from.name(), () -> assertEquals(legal.get(from), from.next())));
    }

    @Test
    void the_city_evaluates_and_the_evaluated_vendor_responds() {
        for (var action : EnumSet.complementOf(EnumSet.of(EvaluationAction.RESPOND))) {
            assertBreaks(
                    EvaluationRule.CITY_EVALUATES,
                    () -> in(EvaluationState.FINAL).requirePossible(VENDOR, action));
        }
        assertBreaks(
                EvaluationRule.EVALUATED_VENDOR_RESPONDS,
                () -> in(EvaluationState.ISSUED).respond(vendor("V-2002"), "Ours?", false, NOON));
        assertBreaks(
                EvaluationRule.EVALUATED_VENDOR_RESPONDS,
                () -> in(EvaluationState.ISSUED).respond(PPM, "For them", false, NOON));
    }

    @Test
    void the_vendor_has_fourteen_days_and_is_heard_before_the_review() {
        var issued = in(EvaluationState.ISSUED);
        assertBreaks(EvaluationRule.VENDOR_HEARD, () -> issued.review(PPM, null, NOON));
        assertBreaks(EvaluationRule.RESPONSE_IN_TIME, () -> issued.respond(VENDOR, "Late", false, TOO_LATE));
        assertEquals(EvaluationState.ISSUED, issued.evaluationState());
        issued.review(PPM, null, TOO_LATE);
        assertEquals(EvaluationState.REVIEWED, issued.evaluationState());
    }

    @Test
    void what_is_disputed_is_reviewed_by_another() {
        var disputed = in(EvaluationState.ISSUED);
        disputed.respond(VENDOR, "No", true, NOON);
        assertBreaks(EvaluationRule.ANOTHER_REVIEWS_A_DISPUTE, () -> disputed.review(PPM, null, NOON));
        disputed.review(PPM_2, "It stands", NOON);
        assertEquals("petra", disputed.hearing().reviewedBy());
    }

    @Test
    void a_period_ends_after_it_begins() {
        var draft = in(EvaluationState.DRAFT);
        assertBreaks(EvaluationRule.PERIOD_IN_ORDER, () -> draft.edit(PPM, findings(LocalDate.of(2025, 12, 31)), NOON));
    }

    /** A review without a response waits until the vendor's time is over. */
    private static Instant timeFor(EvaluationAction action) {
        return action == EvaluationAction.REVIEW ? TOO_LATE : NOON;
    }

    private static List<EvaluationEvent> act(Evaluation evaluation, EvaluationAction action, Instant at) {
        return switch (action) {
            case EDIT -> evaluation.edit(PPM, findings(LocalDate.of(2026, 7, 31)), at);
            case ISSUE -> evaluation.issue(PPM, at);
            case RESPOND -> evaluation.respond(VENDOR, "Thank you", false, at);
            case REVIEW -> evaluation.review(PPM, null, at);
            case FINALIZE -> evaluation.finish(PPM, "a".repeat(64), "a.b.c", "b".repeat(64), at);
        };
    }

    private static Evaluation in(EvaluationState state) {
        var evaluation =
                new Evaluation(PPM, UUID.randomUUID(), "V-1001", null, findings(LocalDate.of(2026, 6, 30)), 2026, NOON);
        evaluation.draft(PPM, NOON);
        if (state != EvaluationState.DRAFT) {
            evaluation.issue(PPM, NOON);
        }
        if (state == EvaluationState.VENDOR_RESPONSE) {
            evaluation.respond(VENDOR, "Thank you", false, NOON);
        }
        if (state == EvaluationState.REVIEWED || state == EvaluationState.FINAL) {
            evaluation.review(PPM, null, TOO_LATE);
        }
        if (state == EvaluationState.FINAL) {
            evaluation.finish(PPM, "a".repeat(64), "a.b.c", "b".repeat(64), TOO_LATE);
        }
        return evaluation;
    }

    private static Findings findings(LocalDate until) {
        var score = new Findings.Score(4, "/v1/documents/1");
        return new Findings(LocalDate.of(2026, 1, 1), until, null, score, score, score, score, score, score, null);
    }

    private static Actor vendor(String number) {
        return new Actor(
                "vera", "issuer", "c3po-cli", "vera", Set.of(Roles.VENDOR), Set.of(), Set.of(), Set.of(), number, null);
    }
}
