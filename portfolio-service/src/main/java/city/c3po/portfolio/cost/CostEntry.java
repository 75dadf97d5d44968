package city.c3po.portfolio.cost;

import city.c3po.platform.value.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry on record. */
@Schema(name = "CostEntry", description = "An entry of the finance system; it never changes.")
record CostEntry(
        UUID id,
        UUID project,
        String source,
        String nativeKey,
        CostKind kind,
        Money amount,
        LocalDate postedOn,

        @Schema(description = "Fiscal year, named by the year it ends in.")
        int fiscalYear,

        @Schema(description = "Fiscal period: the month of the fiscal year, 1 to 12. July is 1.")
        int fiscalPeriod,

        @Nullable String fundingLine,
        @Nullable String corrects,
        @Nullable String text,
        Instant recordedAt) {

    static int periodOf(LocalDate day) {
        return Math.floorMod(day.getMonthValue() - Month.JULY.getValue(), Month.values().length) + 1;
    }

    /** Whether the same was said again. */
    boolean says(CostEntryText said, UUID of) {
        return project.equals(of)
                && kind == said.kind()
                && amount.equals(said.amount())
                && postedOn.equals(said.postedOn())
                && Objects.equals(fundingLine, said.fundingLine())
                && Objects.equals(corrects, said.corrects());
    }
}
