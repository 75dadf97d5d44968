package city.c3po.portfolio.scoring;

import static city.c3po.portfolio.scoring.ScoringRule.THREE_ASSESSORS;

import city.c3po.portfolio.initiative.InitiativeScore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How marks become a score. */
final class Scores {
    private static final int FEWEST = 3;
    private static final int WIDE = 3;
    private static final int PLACES = 4;
    private static final BigDecimal PER_MARK = BigDecimal.valueOf(20);
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    private Scores() {}

    /** @param given all assessments of the revision by this model; those with a conflict do not count */
    static InitiativeScore of(ScoringModel model, int revision, List<AssessmentText> given, Instant at) {
        var counting = given.stream().filter(text -> text.conflict() == null).toList();
        THREE_ASSESSORS.require(counting.size() >= FEWEST, Map.of("given", counting.size()));
        var criteria = new ArrayList<InitiativeScore.Criterion>();
        var sum = BigDecimal.ZERO;
        for (var criterion : model.text().criteria()) {
            var marks = counting.stream()
                    .flatMap(text -> text.marks().stream())
                    .filter(mark -> mark.criterion().equals(criterion.code()))
                    .map(Mark::mark)
                    .sorted()
                    .toList();
            var median = median(marks);
            int spread = marks.getLast() - marks.getFirst();
            criteria.add(new InitiativeScore.Criterion(
                    criterion.code(), criterion.weight(), median, spread, spread >= WIDE));
            sum = sum.add(median.multiply(BigDecimal.valueOf(criterion.weight())));
        }
        var score = PER_MARK.multiply(sum).divide(PERCENT, PLACES, RoundingMode.HALF_UP);
        return new InitiativeScore(score, model.reference(), revision, counting.size(), criteria, at);
    }

    /** Of an even number: half-way between the two in the middle. */
    static BigDecimal median(List<Integer> sorted) {
        int middle = sorted.size() / 2;
        var upper = BigDecimal.valueOf(sorted.get(middle));
        return sorted.size() % 2 == 1
                ? upper
                : upper.add(BigDecimal.valueOf(sorted.get(middle - 1)))
                        .divide(BigDecimal.TWO, 1, RoundingMode.UNNECESSARY);
    }
}
