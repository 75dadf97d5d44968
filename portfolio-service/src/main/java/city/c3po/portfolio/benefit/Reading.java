package city.c3po.portfolio.benefit;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was measured on a day. */
@Schema(name = "BenefitReading", description = "What was measured on a day.")
record Reading(
        LocalDate day,
        BigDecimal value,
        @Nullable String comment,
        @Schema(description = "Subject of who measured it.") String by,
        Instant at) {}
