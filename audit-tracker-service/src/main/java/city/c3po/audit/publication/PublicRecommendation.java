package city.c3po.audit.publication;

import city.c3po.audit.recommendation.VerifiedStatus;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A row of the public table. */
@Schema(name = "PublicRecommendation", description = "A recommendation as residents read it.")
public record PublicRecommendation(
        @Schema(examples = "2019-02") String number,

        String audit,
        String finding,
        String recommendation,
        @Nullable String solution,
        String leadDepartment,
        LocalDate issued,

        @Schema(description = "The department's claim, in the city's words.", examples = "Nearly Implemented")
        String status,

        @Schema(description = "The day of a claim that is from before this record.") @Nullable LocalDate statusAsOf,

        @Schema(description = "What the issuing body verified.")
        VerifiedStatus verifiedStatus,

        @Nullable LocalDate targetDate,

        @Schema(description = "Made for a demonstration.") boolean sampleData) {}
