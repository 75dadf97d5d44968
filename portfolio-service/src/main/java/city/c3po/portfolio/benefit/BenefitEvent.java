package city.c3po.portfolio.benefit;

import city.c3po.platform.event.Event;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happens to a benefit. */
sealed interface BenefitEvent extends Event {
    record Promised(String title, BigDecimal baseline, BigDecimal target, LocalDate due, Instant at)
            implements BenefitEvent {}

    record Edited(Instant at) implements BenefitEvent {}

    /** @param realised what all readings together are worth; null where a unit has no price */
    record ReadOff(
            LocalDate day, BigDecimal value, @Nullable BigDecimal realised, Instant at) implements BenefitEvent {}

    record Closed(String comment, Instant at) implements BenefitEvent {
        @Override
        public String why() {
            return comment;
        }
    }
}
