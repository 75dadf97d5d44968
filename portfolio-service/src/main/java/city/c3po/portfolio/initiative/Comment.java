package city.c3po.portfolio.initiative;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something the office or the department said when it moved an initiative; kept for good. */
@Schema(name = "InitiativeComment", description = "Something said when the initiative was moved; kept for good.")
record Comment(
        @Schema(description = "The action it was said with.")
        InitiativeAction action,

        String text,
        @Schema(description = "Subject of who said it.") String by,
        Instant at) {}
