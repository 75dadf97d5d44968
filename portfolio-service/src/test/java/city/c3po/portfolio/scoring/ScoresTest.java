package city.c3po.portfolio.scoring;

import static city.c3po.portfolio.Actors.OFFICE;
import static city.c3po.portfolio.Actors.OFFICE_2;
import static city.c3po.portfolio.Actors.SUBMITTER;
import static city.c3po.portfolio.Breaking.assertBreaks;
import static org.junit.jupiter.api.Assertions.assertEquals;

import city.c3po.platform.rule.Convention;
import city.c3po.portfolio.initiative.InitiativeScore;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoresTest {
    private static final Instant NOON = Instant.parse("2026-03-02T20:00:00Z");

    @Test
    void the_median_of_an_even_number_is_half_way_between_the_two_in_the_middle() {
        assertEquals(new BigDecimal("3"), Scores.median(List.of(0, 3, 5)));
        assertEquals(new BigDecimal("2.5"), Scores.median(List.of(0, 2, 3, 5)));
        assertEquals(0, new BigDecimal("4").compareTo(Scores.median(List.of(3, 4, 4, 5))));
    }

    @Test
    void the_score_is_twenty_times_the_weighted_medians() {
        var score = score(marks(0, 4), marks(3, 4), marks(5, 4));
        assertEquals(new BigDecimal("68.0000"), score.score());
        assertEquals(3, score.assessors());
        assertEquals(
                new BigDecimal("100.0000"),
                score(marks(5, 5), marks(5, 5), marks(5, 5)).score());
        assertEquals(
                new BigDecimal("0.0000"),
                score(marks(0, 0), marks(0, 0), marks(0, 0)).score());
    }

    @Test
    void a_spread_of_three_is_flagged_and_one_of_two_is_not() {
        var criteria = score(marks(1, 1), marks(2, 2), marks(4, 3)).criteria();
        assertEquals(
                List.of(3, 2),
                criteria.stream().map(InitiativeScore.Criterion::spread).toList());
        assertEquals(
                List.of(true, false),
                criteria.stream().map(InitiativeScore.Criterion::flagged).toList());
    }

    @Test
    void whoever_has_a_conflict_does_not_count() {
        var conflict = new AssessmentText(null, "My brother works there");
        assertBreaks(ScoringRule.THREE_ASSESSORS, () -> score(marks(1, 1), marks(2, 2), conflict));
    }

    @Test
    void weights_add_up_to_a_hundred_and_each_criterion_is_there_once() {
        assertBreaks(ScoringRule.WEIGHTS_ADD_UP, () -> text("a", 60, "b", 41).requireSound());
        assertBreaks(
                ScoringRule.EACH_CRITERION_ONCE, () -> text("a", 60, "a", 40).requireSound());
        text("a", 60, "b", 40).requireSound();
    }

    @Test
    void whoever_wrote_a_model_does_not_adopt_it() {
        var model = new ScoringModel(text("a", 60, "b", 40), 2026, NOON);
        assertBreaks(ScoringRule.MODELS_BY_THE_OFFICE, () -> model.draft(SUBMITTER, NOON));
        model.draft(OFFICE, NOON);
        assertBreaks(ScoringRule.SECOND_PERSON_ADOPTS_MODEL, () -> model.adopt(OFFICE, null, NOON));
        model.adopt(OFFICE_2, null, NOON);
        assertEquals(ModelState.ADOPTED, model.modelState());
        assertBreaks(Convention.ILLEGAL_MOVE, () -> model.edit(OFFICE, text("a", 50, "b", 50), NOON));
    }

    private static InitiativeScore score(AssessmentText... given) {
        var model = new ScoringModel(text("value", 60, "readiness", 40), 2026, NOON);
        return Scores.of(model, 1, List.of(given), NOON);
    }

    private static AssessmentText marks(int value, int readiness) {
        return new AssessmentText(
                List.of(new Mark("value", value, null), new Mark("readiness", readiness, null)), null);
    }

    private static ModelText text(String one, int weight, String other, int otherWeight) {
        var anchors = List.of("0", "1", "2", "3", "4", "5");
        return new ModelText(
                "Value",
                List.of(
                        new ModelText.Criterion(one, "?", weight, anchors),
                        new ModelText.Criterion(other, "?", otherWeight, anchors)));
    }
}
