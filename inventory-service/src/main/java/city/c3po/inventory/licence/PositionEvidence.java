package city.c3po.inventory.licence;

import city.c3po.platform.value.Reference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a position rests on, on a day. */
@Schema(name = "LicenceEvidence", description = "A position on a day, and the rows and sources that it rests on.")
record PositionEvidence(
        Reference product,

        @Schema(description = "The day asked for; of a past one the last day before it on which it was measured.")
        LocalDate on,

        PositionStatus status,
        int entitled,
        @Nullable Integer consumed,

        @Schema(description = "What consumes, at most 1000; of past days only the sums are kept.")
        List<Row> rows,

        List<Age> sources) {

    @Schema(name = "LicenceNeed", description = "A device, person, place, allocation or peak that consumes.")
    record Row(
            String what,
            @Nullable String department,

            @Schema(description = "Null when nobody knows, as of a device without a number of cores.") @Nullable Integer amount,

            List<Reference> assets) {}

    @Schema(name = "LicenceSourceAge", description = "How old what a source says is.")
    record Age(
            String source,
            @Nullable Instant lastFed,
            @Nullable Long ageHours,
            boolean fresh) {}
}
