package city.c3po.audit.direction;

import city.c3po.audit.recommendation.NewRecommendation;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A direction as the clerk records it. */
@Schema(
        name = "NewDirection",
        description = "A direction as the clerk records it: body, meeting, text and department are enough.")
public record NewDirection(
        @Schema(examples = "smart-cities-committee") @NotNull @Pattern(regexp = BODY) String body,

        @Schema(description = "When it was given.") @NotNull LocalDate meetingDate,

        @Schema(examples = "d(2)") @Nullable @Size(max = 50) String agendaItem,

        @Schema(description = "The city's file of the matter.", examples = "CC 26-113") @Nullable @Size(max = 100) String matterFile,

        @Schema(description = "Id of the report that was before the body.") @Nullable @Pattern(regexp = RECORD) String report,

        @Schema(description = "What shall be done.") @NotBlank @Size(max = 4000) String text,

        @NotNull @Pattern(regexp = NewRecommendation.DEPARTMENT) String department,

        @Schema(description = "Subject of who answers; the department's head if left out.")
        @Nullable @Pattern(regexp = NewRecommendation.PERSON) String owner,

        @Schema(description = "The body's next meeting that is scheduled if left out.") @Nullable LocalDate due,

        @Schema(description = "Made for a demonstration.") @Nullable Boolean sampleData) {

    static final String BODY = "[a-z0-9][a-z0-9-]{0,49}";
    static final String RECORD = "[A-Za-z0-9-]{1,64}";
}
