package city.c3po.charter.charter;

import city.c3po.charter.template.Variant;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The project questions: who, how, when. */
@Schema(name = "CharterPlan", description = "The project questions: who, how, when.")
public record Plan(
        @Nullable @Valid Who who,
        @Nullable @Valid How how,
        @Nullable @Valid When when) {

    @Schema(name = "CharterWho")
    public record Who(@Nullable @Size(max = 200) List<@NotNull @Valid Member> roster) {}

    @Schema(name = "CharterMember")
    public record Member(
            @Schema(description = "Subject of the person.") @NotNull @Pattern(regexp = Sub.PATTERN) String person,

            @NotBlank @Size(max = 100) String role) {}

    @Schema(name = "CharterHow")
    public record How(
            @Nullable @Valid Approach approach,

            @Schema(description = "How long an iteration is, and who accepts it.") @Nullable @Size(max = 2000) String cadence,

            @Nullable @Valid Governance governance,
            @Nullable @Size(max = 200) List<@NotNull @Valid Risk> risks,
            @Nullable @Size(max = 100) List<@NotNull @Valid Telling> communication) {}

    /** How it is delivered: decided before anything is bought. */
    @Schema(name = "CharterApproach")
    public record Approach(
            @Schema(description = "WATERFALL, AGILE or HYBRID.") @NotNull Variant kind,

            @Schema(description = "The template's selection criteria, answered.") @Nullable @Size(max = 50) List<@NotNull @Valid Answer> answers,

            @Schema(description = "Subject of who decided.") @Nullable @Pattern(regexp = Sub.PATTERN) String decidedBy,

            @Nullable LocalDate decidedOn) {}

    @Schema(name = "CharterApproachAnswer")
    public record Answer(
            @NotBlank @Size(max = 200) String criterion,
            @NotBlank @Size(max = 2000) String answer) {}

    @Schema(name = "CharterGovernance")
    public record Governance(
            @Nullable @Size(max = 50) List<@NotNull @Valid Body> bodies,
            @Nullable @Size(max = 100) List<@NotNull @Valid DecisionType> decisions,
            @Nullable @Size(max = 50) List<@NotNull @Valid Tolerance> tolerances,
            @Nullable @Size(max = 20) List<@NotNull @Valid Step> escalation) {}

    @Schema(name = "CharterBody")
    public record Body(
            @NotBlank @Size(max = 200) String name,
            @Nullable @Size(max = 200) String chair,
            @Nullable @Size(max = 200) String cadence) {}

    /** A row of the decision matrix. */
    @Schema(name = "CharterDecisionType")
    public record DecisionType(
            @NotBlank @Size(max = 200) String type,
            @NotNull @Size(max = 30) List<@NotNull @Valid Part> parts) {}

    /** RACI. */
    public enum PartKind {
        RESPONSIBLE,
        ACCOUNTABLE,
        CONSULTED,
        INFORMED
    }

    @Schema(name = "CharterDecisionPart")
    public record Part(
            @NotBlank @Size(max = 100) String role, @NotNull PartKind part) {}

    @Schema(name = "CharterTolerance")
    public record Tolerance(
            @NotBlank @Size(max = 200) String subject,
            @NotBlank @Size(max = 500) String limit) {}

    @Schema(name = "CharterEscalationStep")
    public record Step(
            @NotBlank @Size(max = 200) String to,

            @Schema(description = "Within how many hours they answer.") @NotNull @Min(1) @Max(2000) Integer responseHours) {}

    @Schema(name = "CharterRisk")
    public record Risk(
            @NotBlank @Size(max = 1000) String text,
            @Nullable @Size(max = 1000) String response,
            @Nullable @Size(max = 200) String owner) {}

    /** Who hears what, how, how often. */
    @Schema(name = "CharterTelling")
    public record Telling(
            @NotBlank @Size(max = 200) String what,
            @NotBlank @Size(max = 200) String audience,
            @Nullable @Size(max = 200) String channel,
            @Nullable @Size(max = 200) String cadence) {}

    @Schema(name = "CharterWhen")
    public record When(
            @Nullable LocalDate start,
            @Nullable LocalDate finish,
            @Nullable @Size(max = 200) List<@NotNull @Valid Milestone> milestones,
            @Nullable @Size(max = 50) List<@NotNull @Valid Telling> reporting,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 1000) String> exitCriteria) {}

    @Schema(name = "CharterMilestone")
    public record Milestone(
            @NotBlank @Size(max = 200) String name, @NotNull LocalDate due) {}
}
