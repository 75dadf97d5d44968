package city.c3po.audit.recommendation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why it will never be implemented. */
@Schema(name = "Closure", description = "Why it will never be implemented.")
public record Closure(
        @NotNull Reason reason,

        @Schema(description = "Left out of the events of confidential recommendations.") @Nullable @Size(max = 4000) String text,

        @Schema(description = "For SUPERSEDED: id of the recommendation in its place.") @Nullable UUID supersededBy,

        @Schema(description = "For WILL_NOT_IMPLEMENT and NO_FURTHER_ACTION: who bears the risk.") @Nullable @Valid RiskAcceptance riskAcceptance) {

    /** The issuing body's reasons. */
    @Schema(name = "ClosureReason")
    public enum Reason {
        NO_LONGER_APPLICABLE,
        WILL_NOT_IMPLEMENT,
        NO_FURTHER_ACTION,
        SUPERSEDED;

        boolean bearsRisk() {
            return switch (this) {
                case WILL_NOT_IMPLEMENT, NO_FURTHER_ACTION -> true;
                case NO_LONGER_APPLICABLE, SUPERSEDED -> false;
            };
        }
    }

    /** A named official bears the risk, and looks at it again. */
    @Schema(name = "RiskAcceptance", description = "A named official bears the risk until a day of review.")
    public record RiskAcceptance(
            @NotBlank @Size(max = 200) String official,

            @Schema(description = "Left out of the events of confidential recommendations.") @Nullable @Size(max = 4000) String statement,

            @NotNull LocalDate reviewOn) {}

    Closure silent() {
        return new Closure(
                reason,
                null,
                supersededBy,
                riskAcceptance == null
                        ? null
                        : new RiskAcceptance(riskAcceptance.official(), null, riskAcceptance.reviewOn()));
    }
}
