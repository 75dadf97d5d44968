package city.c3po.charter.charter;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** People: who has a stake, who does the work, who speaks for IT. */
@Schema(name = "CharterPeople", description = "Who has a stake, who does the work, who speaks for IT.")
public record People(
        @Nullable @Size(max = 300) List<@NotNull @Valid Stakeholder> stakeholders,

        @Schema(description = "Levels without a stakeholder, with the reason.") @Nullable @Size(max = 8) List<@NotNull @Valid NoStakeholder> noStakeholders,

        @Nullable @Size(max = 200) List<@NotNull @Valid Staff> staffing,

        @Schema(description = "What the IT department does in this project.") @Nullable @Size(max = 4000) String itRole,

        @Nullable @Size(max = 200) List<@NotNull @Valid Liaison> liaisons,
        @Nullable @Size(max = 4000) String training) {

    /** Every relevant level is heard: recommendation 2. */
    public enum Level {
        COUNCIL,
        EXECUTIVE,
        MANAGEMENT,
        OPERATIONAL,
        TECHNICAL,
        LABOUR,
        PUBLIC,
        VENDOR
    }

    @Schema(name = "CharterStakeholder")
    public record Stakeholder(
            @NotNull Level level,
            @NotBlank @Size(max = 200) String name,
            @Nullable @Size(max = 1000) String interest) {}

    @Schema(name = "CharterNoStakeholder")
    public record NoStakeholder(
            @NotNull Level level,
            @NotBlank @Size(max = 1000) String reason) {}

    @Schema(name = "CharterStaff")
    public record Staff(
            @NotBlank @Size(max = 100) String role,

            @Schema(description = "Full-time equivalents.", examples = "0.5")
            @NotNull @DecimalMin("0.01") @Digits(integer = 4, fraction = 2) BigDecimal fte,

            @NotNull LocalDate from,
            @NotNull LocalDate until,

            @Schema(description = "Where the people come from.") @NotBlank @Size(max = 200) String source) {}

    /** Speaks for IT to one department, in one period. */
    @Schema(name = "CharterLiaison")
    public record Liaison(
            @NotNull @Pattern(regexp = Sub.DEPARTMENT) String department,
            @NotNull @Pattern(regexp = Sub.PATTERN) String person,
            @NotNull LocalDate from,

            @Schema(description = "Last day; left out: until further notice.") @Nullable LocalDate until) {}
}
