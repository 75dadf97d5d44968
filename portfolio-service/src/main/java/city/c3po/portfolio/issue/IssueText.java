package city.c3po.portfolio.issue;

import city.c3po.portfolio.reference.Codes;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is said about an issue. */
@Schema(name = "IssueText", description = "What has gone wrong. A title is enough.")
public record IssueText(
        @NotBlank @Size(max = 200) String title,
        @Nullable @Size(min = 1, max = 4000) String description,

        @Schema(description = "Subject of who sees to it; the PPM where it is left out.")
        @Nullable @Size(min = 1, max = 255) String owner,

        @Schema(description = "The day by which it is to be resolved.") @Nullable LocalDate due,

        @Schema(description = "City vendor number, where it is about a vendor.", examples = "V-1001")
        @Nullable @Pattern(regexp = Codes.VENDOR) String vendor) {

    /** About the vendor of the risk that occurred, where it says nothing of one itself. */
    public IssueText about(@Nullable String other) {
        return vendor == null ? new IssueText(title, description, owner, due, other) : this;
    }
}
