package city.c3po.portfolio.triage;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Yes, no or not known yet (null), for everything that can make an initiative high profile or sensitive. */
@Schema(
        description =
                "Nine questions answered true, false or null. Null means: not known yet, and is never taken for no.")
public record Profile(
        @Schema(description = "Residents or businesses use it or see it.") @Nullable Boolean publicFacing,

        @Schema(description = "It handles personal, criminal-justice or health data.") @Nullable Boolean personalCriminalOrHealthData,

        @Schema(description = "It observes people, or decides or advises by artificial intelligence.") @Nullable Boolean surveillanceOrAi,

        @Schema(description = "The mayor or council members follow it.") @Nullable Boolean electedOfficialInterest,

        @Schema(description = "A law, court or regulator demands it.") @Nullable Boolean legalMandate,

        @Schema(description = "Safety of people depends on it.") @Nullable Boolean safety,

        @Schema(description = "It changes how employees work in ways their representatives care about.") @Nullable Boolean labour,

        @Schema(description = "The media report on it, or will.") @Nullable Boolean media,

        @Schema(description = "Somebody flagged it as sensitive for another reason.") @Nullable Boolean flaggedSensitive) {

    public static final Profile UNANSWERED = new Profile(null, null, null, null, null, null, null, null, null);
    public static final Profile ALL_NO = new Profile(false, false, false, false, false, false, false, false, false);
}
