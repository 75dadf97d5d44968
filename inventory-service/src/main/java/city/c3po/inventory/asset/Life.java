package city.c3po.inventory.asset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the moves of an asset left behind.
 *
 * @param interrupted the state that maintenance interrupted and returns to
 * @param sightedOn the day of the dated sighting that ended its being missing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AssetLife", description = "What the moves of an asset left behind.")
public record Life(
        @Nullable AssetState interrupted,
        @Nullable LocalDate sightedOn,
        @Nullable Retirement retirement,
        @Nullable Disposal disposal) {

    static final Life NEW = new Life(null, null, null, null);

    @Schema(name = "AssetRetirement", description = "Why it was retired.")
    public record Retirement(String reason, String by, Instant at) {}

    /** Asked for by one person, approved by another. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AssetDisposal", description = "How it went; asked for by one person, approved by another.")
    public record Disposal(
            DisposalMethod method,
            LocalDate date,
            String document,
            @Nullable String sanitisationCertificate,
            String requestedBy,
            @Nullable String approvedBy) {
        Disposal approvedBy(String person) {
            return new Disposal(method, date, document, sanitisationCertificate, requestedBy, person);
        }
    }

    Life interrupting(@Nullable AssetState state) {
        return new Life(state, sightedOn, retirement, disposal);
    }

    Life sighted(LocalDate day) {
        return new Life(interrupted, day, retirement, disposal);
    }

    Life retired(@Nullable Retirement why) {
        return new Life(null, sightedOn, why, null);
    }

    Life disposed(@Nullable Disposal how) {
        return new Life(interrupted, sightedOn, retirement, how);
    }
}
