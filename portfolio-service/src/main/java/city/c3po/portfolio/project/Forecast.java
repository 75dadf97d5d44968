package city.c3po.portfolio.project;

import city.c3po.platform.value.Money;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the PPM expects today. */
@Schema(name = "ProjectForecast", description = "What the PPM expects.")
record Forecast(
        @Schema(description = "One-time cost in the end.") Money cost,
        @Schema(description = "Last day of execution.") LocalDate finish,

        @Schema(description = "The day on which it was expected.")
        LocalDate asOf) {}
