package city.c3po.charter.charter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A Discuss-and-Design session that was held. */
@Schema(name = "DesignSession", description = "A Discuss-and-Design session that was held.")
public record Session(
        UUID id,
        LocalDate heldOn,
        String agenda,

        @Schema(description = "Subjects of who was there.") List<String> participants,

        @Nullable String outcome,
        String recordedBy,
        Instant recordedAt) {}
