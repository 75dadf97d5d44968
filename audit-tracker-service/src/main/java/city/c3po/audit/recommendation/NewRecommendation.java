package city.c3po.audit.recommendation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A recommendation as it is issued. */
@Schema(
        name = "NewRecommendation",
        description = "A recommendation as it is issued: finding, title and lead department are enough.")
public record NewRecommendation(
        @Schema(description = "Id of the finding it follows from.") @NotNull UUID finding,

        @NotBlank @Size(max = 500) String title,

        @Schema(description = "What shall be done; the title if left out.") @Nullable @Size(max = 8000) String recommendation,

        @Schema(description = "The next in its audit if left out.") @Nullable @Min(1) @Max(9999) Integer ordinal,

        @Schema(examples = "Chartering") @Nullable @Size(max = 100) String area,

        @Schema(description = "MEDIUM if left out.") @Nullable Priority priority,

        @Nullable @Valid Benefit benefit,

        @Schema(description = "Public editions count it and say nothing of it.") @Nullable Boolean confidential,

        @NotNull @Pattern(regexp = DEPARTMENT) String leadDepartment,
        @Nullable @Size(max = 50) List<@NotNull @Pattern(regexp = DEPARTMENT) String> supportingDepartments,

        @Schema(description = "Parts that can be tested by themselves; one with the recommendation's text if left out.")
        @Nullable @Size(max = 50) List<@NotBlank @Size(max = 2000) String> elements,

        @Schema(description = "By when; may be said later, once.") @Nullable LocalDate targetDate,

        @Schema(description = "Made for a demonstration.") @Nullable Boolean sampleData) {

    public static final String DEPARTMENT = "DEP-[A-Z0-9][A-Z0-9-]{0,30}";
    public static final String PERSON = "\\S{1,255}";

    RecommendationText text() {
        return new RecommendationText(title, asks(), area, priority == null ? Priority.MEDIUM : priority, benefit);
    }

    private String asks() {
        return recommendation == null ? title : recommendation;
    }

    List<Element> parts() {
        var texts = elements == null || elements.isEmpty() ? List.of(asks()) : elements;
        return IntStream.range(0, texts.size())
                .mapToObj(place -> new Element("E" + (place + 1), texts.get(place), false))
                .toList();
    }

    List<String> supporting() {
        return supportingDepartments == null
                ? List.of()
                : supportingDepartments.stream()
                        .distinct()
                        .filter(code -> !code.equals(leadDepartment))
                        .sorted()
                        .toList();
    }
}
