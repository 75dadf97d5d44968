package city.c3po.portfolio.board;

import city.c3po.portfolio.initiative.Initiative;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Objects;

/** The order of scores, and what breaks ties: legal mandate, score, earlier submission, id. */
final class ByScore {
    static final Comparator<Initiative> ORDER = Comparator.comparing((Initiative initiative) ->
                    Boolean.TRUE.equals(initiative.proposal().profile().legalMandate()))
            .thenComparing(ByScore::score)
            .reversed()
            .thenComparing(Initiative::submittedAt, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(initiative -> initiative.id().toString());

    private ByScore() {}

    static BigDecimal score(Initiative initiative) {
        return Objects.requireNonNull(initiative.boardCase().score()).score();
    }
}
