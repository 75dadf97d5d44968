package city.c3po.audit.recommendation;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The measure says that what was implemented is no more so; the issuing body decides. */
@Schema(name = "ProposedRegression", description = "The measure was below target for two months after the verdict.")
public record Regression(
        @Schema(description = "Key of the control.", examples = "key-staff")
        String control,

        @Schema(description = "The months that were below target.")
        List<String> months,

        Instant proposedAt) {}
