package city.c3po.portfolio.project;

import city.c3po.platform.value.Money;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What it came to. */
@Schema(name = "ProjectActual", description = "What it came to.")
record Actual(
        @Schema(description = "One-time cost.") Money cost,
        @Schema(description = "Last day of execution.") LocalDate finish) {}
