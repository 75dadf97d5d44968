package city.c3po.charter.engagement;

import city.c3po.charter.charter.Sub;
import city.c3po.platform.value.ExternalRef;
import city.c3po.platform.value.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the city says of an engagement. */
@Schema(
        name = "EngagementTerms",
        description = "What the city says of an engagement: project, vendor and title are enough.")
public record EngagementTerms(
        @Schema(description = "Id of the project; it need not have been seen yet.")
        @NotNull @Pattern(regexp = Sub.PATTERN) String project,

        @Schema(description = "City vendor number.", examples = "V-1001")
        @NotNull @Pattern(regexp = "V-[A-Z0-9][A-Z0-9-]{0,30}") String vendor,

        @NotBlank @Size(max = 200) String title,
        @Nullable @Valid Money amount,
        @Nullable LocalDate solicitedOn,
        @Nullable LocalDate awardedOn,
        @Nullable LocalDate endsOn,
        @Nullable @Size(max = 20) List<@NotNull @Valid ExternalRef> externalRefs,

        @Schema(description = "Made for a demonstration; said at creation only.") @Nullable Boolean sampleData) {

    List<ExternalRef> refs() {
        return externalRefs == null
                ? List.of()
                : externalRefs.stream().distinct().toList();
    }

    EngagementTerms knownAs(ExternalRef ref) {
        return new EngagementTerms(
                project,
                vendor,
                title,
                amount,
                solicitedOn,
                awardedOn,
                endsOn,
                Stream.concat(refs().stream(), Stream.of(ref)).distinct().toList(),
                sampleData);
    }

    /** The same, with its purpose settled and its references in one form. */
    EngagementTerms settled(boolean sample) {
        return new EngagementTerms(project, vendor, title, amount, solicitedOn, awardedOn, endsOn, refs(), sample);
    }

    boolean inOrder() {
        return before(solicitedOn, awardedOn) && before(awardedOn, endsOn) && before(solicitedOn, endsOn);
    }

    private static boolean before(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || other == null || !other.isBefore(one);
    }
}
