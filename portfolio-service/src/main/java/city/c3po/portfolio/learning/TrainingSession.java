package city.c3po.portfolio.learning;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One session of a training, and who was there. */
@Schema(name = "TrainingSession", description = "One session of a training, and who was there.")
record TrainingSession(
        UUID id,
        LocalDate day,
        @Nullable String place,
        @Schema(description = "Subject of who teaches.") String trainer,

        @Schema(description = "Subjects of who was there; null before it is recorded.") @Nullable List<String> attendees) {

    TrainingSession attendedBy(List<String> people) {
        return new TrainingSession(id, day, place, trainer, people);
    }
}
