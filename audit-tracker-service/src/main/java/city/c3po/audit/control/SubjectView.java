package city.c3po.audit.control;

import city.c3po.platform.value.Reference;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A subject behind a measure. */
@Schema(
        name = "ControlSubject",
        description = "A subject that counts in the denominator, and its share of the numerator.")
public record SubjectView(
        Part part,
        Reference subject,

        @Schema(description = "Tells several subjects of one record apart: a department, a position. Empty otherwise.")
        String item,

        @Schema(description = "What it adds to the numerator: 1, 0, or a share where the subject is a measure itself.")
        BigDecimal share,

        @Schema(description = "What it lacks.") @Nullable String reason,

        @Schema(description = "Id of the record that tells it: a policy, a charter, an engagement …")
        String toldIn) {}
