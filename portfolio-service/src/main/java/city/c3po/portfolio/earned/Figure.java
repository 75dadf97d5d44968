package city.c3po.portfolio.earned;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A figure, or the reason why there is none. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Figure(@Nullable BigDecimal value, @Nullable Reason reason) {

    /** Why a figure has no value. */
    public enum Reason {
        ACTUAL_COST_MISSING,
        /** No actual cost yet, so that performance has no price. */
        NOTHING_SPENT,
        NOTHING_PLANNED,
        NOTHING_EARNED,
        /** Nothing of the budget is left: BAC − AC ≤ 0. */
        BUDGET_EXHAUSTED,
        /** Nobody has estimated the remaining work from the bottom up. */
        ESTIMATE_MISSING,
        NO_TIME_PASSED,
        /** The planned duration is over: PD − AT ≤ 0. */
        TIME_EXHAUSTED;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Figure of(BigDecimal value) {
        return new Figure(value, null);
    }

    static Figure none(Reason reason) {
        return new Figure(null, reason);
    }
}
