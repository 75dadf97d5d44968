package city.c3po.portfolio.progress;

import city.c3po.portfolio.earned.Achievement;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was achieved until the end of a period. */
@Schema(
        name = "PeriodText",
        description = "What was achieved until the end of a period: cumulative, not since the last one.")
record PeriodText(
        @NotNull @Size(max = 20_000) List<@NotNull @Valid AchievementSaid> achievements,

        @Schema(description = "What the remaining work was estimated at, piece by piece, in the project's currency.")
        @Nullable @Digits(integer = 13, fraction = 2) BigDecimal bottomUpEtc) {
    List<Achievement> known() {
        return achievements.stream().map(AchievementSaid::achievement).toList();
    }
}
