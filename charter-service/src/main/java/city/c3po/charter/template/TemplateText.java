package city.c3po.charter.template;

import static city.c3po.charter.template.TemplateRule.EACH_FIELD_ONCE;
import static city.c3po.charter.template.TemplateRule.EACH_SEAT_ONCE;
import static city.c3po.charter.template.TemplateRule.QUORUM_FITS;
import static city.c3po.charter.template.TemplateRule.SPONSOR_HAS_A_SEAT;
import static city.c3po.charter.template.TemplateRule.WHEN_SAID;

import city.c3po.platform.rule.Convention;
import city.c3po.platform.rule.Fault;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a template version asks of its charters. */
@Schema(name = "CharterTemplateText", description = "What a template version asks of its charters.")
public record TemplateText(
        @NotBlank @Size(max = 200) @Schema(examples = "Standard charter")
        String title,

        @Schema(description = "The fields, in the order in which people fill them in.") @NotEmpty @Size(max = 30) List<@NotNull @Valid Section> sections,

        @Schema(description = "The rules that hold at commitment.") @NotNull @Size(max = 7) List<@NotNull CommitmentRule> rules,

        @Schema(description = "Who signs, and in which phase.") @NotEmpty @Size(max = 20) List<@NotNull @Valid SeatAsked> seats,

        @Schema(description = "Phases that are complete before all of their seats signed; all others wait for all.")
        @NotNull @Size(max = 3) List<@NotNull @Valid Quorum> quorums,

        @Schema(description = "Kinds of which the register must have one.") @NotNull @Size(max = 20) List<@NotNull DocumentKind> documents,

        @Schema(description = "Roles of the staffing plan that may not be empty.") @NotNull @Size(max = 30) List<@NotBlank @Size(max = 100) String> staffing,

        @Schema(description = "What is asked before an approach is chosen.") @NotNull @Size(max = 30) List<@NotBlank @Size(max = 200) String> approachCriteria,

        @Schema(
                description =
                        "Whether a signer first marks the version as viewed. Where not, the echo of its hash is enough.")
        @NotNull Boolean viewBeforeSigning) {

    /** Fields that belong together. */
    @Schema(name = "CharterTemplateSection")
    public record Section(
            @NotBlank @Size(max = 200) String title,
            @NotEmpty @Size(max = 100) List<@NotNull @Valid Field> fields) {}

    /** How a field is filled in. */
    public enum FieldType {
        TEXT,
        LIST,
        CHOICE,
        DATE,
        PERSON,
        MONEY
    }

    /** Whether a field must be filled in before commitment. */
    public enum Need {
        ALWAYS,
        /** Only when another field says so. */
        WHEN,
        NEVER
    }

    /** One answer of a charter. */
    @Schema(name = "CharterTemplateField")
    public record Field(
            @Schema(
                    description =
                            "Where in the charter's content it stands; /further/<name> for a field of the city's own.",
                    examples = "/product/what/scope")
            @NotNull @Size(max = 200) @Pattern(regexp = "(/[A-Za-z0-9-]{1,60}){1,6}")
            String pointer,

            @NotNull FieldType type,

            @Schema(
                    description = "What to write, in a sentence.",
                    examples = "Say what will be there that is not there now.")
            @NotBlank @Size(max = 500) String guidance,

            @NotNull Need required,

            @Schema(description = "With required WHEN: the field that decides.") @Nullable @Valid When when,

            @Schema(description = "The audit recommendation it answers.", examples = "2") @Nullable @Min(1) @Max(99) Integer recommendation) {}

    /** A field is required when another one has this value, or any value. */
    @Schema(name = "CharterTemplateWhen")
    public record When(
            @NotNull @Size(max = 200) @Pattern(regexp = "(/[A-Za-z0-9-]{1,60}){1,6}")
            String pointer,

            @Schema(description = "The value; left out: whatever it is.") @Nullable @Size(max = 200) String equals) {}

    /** A seat that the charter has. */
    @Schema(name = "CharterTemplateSeat")
    public record SeatAsked(
            @NotNull SeatRole role,
            @NotNull Phase phase,
            @NotNull Boolean mandatory) {}

    /** N of M: the next phase is notified when so many have signed. */
    @Schema(name = "CharterTemplateQuorum")
    public record Quorum(
            @NotNull Phase phase, @Min(1) @Max(50) int seats) {}

    /** Whether this rule holds for its charters. */
    public boolean asks(CommitmentRule rule) {
        return rules.contains(rule);
    }

    public Stream<Field> fields() {
        return sections.stream().flatMap(section -> section.fields().stream());
    }

    /** Values that are each well-formed but cannot be right together: all of them are told at once. */
    void requireSound() {
        var faults = new ArrayList<Fault>();
        var pointers = new HashSet<String>();
        for (int s = 0; s < sections.size(); s++) {
            var fields = sections.get(s).fields();
            for (int f = 0; f < fields.size(); f++) {
                var at = "/sections/" + s + "/fields/" + f;
                var field = fields.get(f);
                if (!pointers.add(field.pointer())) {
                    faults.add(EACH_FIELD_ONCE.at(at + "/pointer"));
                }
                if ((field.required() == Need.WHEN) != (field.when() != null)) {
                    faults.add(WHEN_SAID.at(at + "/when"));
                }
            }
        }
        if (seats.stream().map(SeatAsked::role).distinct().count() < seats.size()) {
            faults.add(EACH_SEAT_ONCE.at("/seats"));
        }
        if (seats.stream().noneMatch(seat -> seat.role() == SeatRole.EXECUTIVE_SPONSOR && seat.mandatory())) {
            faults.add(SPONSOR_HAS_A_SEAT.at("/seats"));
        }
        if (quorums.stream().map(Quorum::phase).distinct().count() < quorums.size()) {
            faults.add(QUORUM_FITS.at("/quorums"));
        }
        if (!faults.isEmpty()) {
            throw Convention.INVALID_VALUES.violated(faults);
        }
    }
}
