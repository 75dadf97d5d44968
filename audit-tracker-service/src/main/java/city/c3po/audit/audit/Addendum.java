package city.c3po.audit.audit;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is said after issue: an erratum, or something new; what it adds to stays as it is. */
@Schema(name = "Addendum", description = "Said after issue; what it adds to stays as it is.")
public record Addendum(
        @Schema(description = "Left out of the events of confidential records.") @Nullable String text,

        @Schema(description = "Subject of who said it.") String by,

        Instant at) {

    /** For events of what is confidential. */
    public Addendum silent() {
        return new Addendum(null, by, at);
    }
}
