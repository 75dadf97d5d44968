package city.c3po.audit.control;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How the measure stood when a month was over. */
@Schema(name = "ControlPeriod", description = "How the measure stood when a month was over.")
public record Period(
        @Schema(examples = "2026-11") String month,

        @Schema(description = "Null where there was nothing to measure.") @Nullable BigDecimal value,

        BigDecimal target,

        @Schema(description = "Whether it was below target; nothing to measure is not below.")
        boolean below) {}
