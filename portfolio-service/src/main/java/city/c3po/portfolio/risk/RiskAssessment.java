package city.c3po.portfolio.risk;

import static city.c3po.portfolio.risk.RiskRule.REVIEW_TO_COME;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** How grave a risk is, before anything was done and by its last review, and when it is looked at again. */
@Embeddable
class RiskAssessment {
    @JdbcTypeCode(SqlTypes.JSON)
    private Rated inherent;

    @JdbcTypeCode(SqlTypes.JSON)
    private Rated current;

    /** While the risk is open. */
    private @Nullable LocalDate nextReview;

    @SuppressWarnings("NullAway.Init")
    RiskAssessment() {}

    RiskAssessment(Rating said, RiskScale scale, LocalDate today) {
        this.inherent = scale.rate(said);
        this.current = inherent;
        this.nextReview = scale.nextReview(inherent, today);
    }

    /** The present rating changes by a review only. */
    void restate(Rating said, RiskScale scale) {
        inherent = scale.rate(said);
    }

    /** @param next the day of the next one; that of its band where it is left out */
    void review(Rating said, @Nullable LocalDate next, RiskScale scale, LocalDate today) {
        REVIEW_TO_COME.require(next == null || next.isAfter(today));
        current = scale.rate(said);
        nextReview = next == null ? scale.nextReview(current, today) : next;
    }

    void end() {
        nextReview = null;
    }

    boolean overdue(LocalDate today) {
        return nextReview != null && nextReview.isBefore(today);
    }

    Rated inherent() {
        return inherent;
    }

    Rated current() {
        return current;
    }

    @Nullable LocalDate nextReview() {
        return nextReview;
    }
}
