package city.c3po.inventory.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is said about a source. */
@Schema(name = "SourceEntry", description = "What is said about a feeding system. A name and a cadence are enough.")
record SourceText(
        @NotBlank @Size(max = 200) @Schema(examples = "Network discovery")
        String name,

        @Schema(description = "Department that runs it.") @Nullable @Pattern(regexp = "DEP-[A-Z0-9-]{1,20}") String department,

        @Schema(
                description = "How often it feeds us; an asset unseen for three times as long is stale.",
                examples = "24")
        @NotNull @Min(1) @Max(100_000) Integer cadenceHours,

        @Schema(description = "For how long its values count as fresh; three times the cadence when left out.")
        @Nullable @Min(1) @Max(1_000_000) Integer freshHours,

        @Schema(description = "1 is believed first, 100 when left out; people are 50.") @Nullable @Min(1) @Max(1000) Integer rank,

        @Schema(description = "Exceptions to the rank.") @Nullable @Size(max = 200) List<@NotNull @Valid Precedence> precedence,

        @Schema(description = "Whether an explicit null of it clears a value; false when left out.") @Nullable Boolean mayClear,

        @Schema(description = "When a file of it cannot be right.") @Nullable @Valid Contract contract,

        @Schema(description = "Made for a demonstration; said at creation only.") @Nullable Boolean sampleData) {

    private static final int RANK = 100;

    /** An exception; a kind or attribute that is left out means any. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "SourcePrecedence",
            description = "An exception to the rank; a kind or attribute left out means any.")
    record Precedence(
            @Nullable @Pattern(regexp = "HARDWARE|SYSTEM|SOFTWARE_INSTALL|SUBSCRIPTION|CLOUD_RESOURCE|DATA_SET") String kind,

            @Nullable @Pattern(regexp = "[a-zA-Z]{1,50}") String attribute,
            @NotNull @Min(1) @Max(1000) Integer rank) {}

    /** The band in which a file is believed. */
    @Schema(name = "FeedContract", description = "The band in which a file is believed; outside it a person approves.")
    record Contract(
            @Schema(description = "Version of the file's layout; a file that names another is quarantined.")
            @Nullable @Size(max = 50) String schemaVersion,

            @Schema(description = "Fewest rows.") @Nullable @Min(0) Integer minRows,

            @Schema(description = "By how many percent it may be smaller than the file applied before.")
            @Nullable @Min(0) @Max(100) Integer maxShrinkPercent,

            @Schema(description = "How many percent of known assets it may change.") @Nullable @Min(0) @Max(100) Integer maxChangePercent) {}

    /** With what is left out said. */
    SourceText settled(boolean sample) {
        return new SourceText(
                name,
                department,
                cadenceHours,
                freshHours == null ? Integer.valueOf(Math.min(3 * cadenceHours, 1_000_000)) : freshHours,
                rank == null ? Integer.valueOf(RANK) : rank,
                precedence == null ? List.of() : List.copyOf(precedence),
                Boolean.TRUE.equals(mayClear),
                contract,
                sample);
    }
}
