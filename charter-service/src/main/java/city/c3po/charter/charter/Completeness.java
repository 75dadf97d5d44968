package city.c3po.charter.charter;

import city.c3po.charter.template.CommitmentRule;
import city.c3po.charter.template.TemplateText;
import city.c3po.platform.rule.Fault;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How much of what its template asks a charter says, and what is missing. */
@Schema(name = "Completeness", description = "How much of what its template asks a charter says, and what is missing.")
public record Completeness(
        @Schema(description = "Of what is mandatory, rounded down; 100 is needed for commitment.", examples = "85")
        int percentage,

        List<Gap> gaps) {

    @Schema(name = "CompletenessGap")
    public record Gap(
            @Schema(description = "Where in the content, or which part of the charter.")
            String pointer,

            String code,
            String sentence,

            @Schema(description = "The audit recommendation it answers.") @Nullable Integer recommendation) {

        Fault fault() {
            return new Fault(pointer, code, sentence);
        }
    }

    /** One thing that is asked: met, or the gap it leaves. */
    record Check(boolean met, Gap gap) {}

    /** @param content as JSON, because a template's fields point into it */
    static Completeness of(
            Charter charter, CharterContent said, TemplateText template, JsonNode content, Surroundings around) {
        var checks = new ArrayList<Check>();
        template.fields()
                .filter(field -> isRequired(field, content))
                .map(field -> new Check(
                        isSaid(content.at(field.pointer())),
                        new Gap(field.pointer(), "field-missing", field.guidance(), field.recommendation())))
                .forEach(checks::add);
        var rules = new CommitmentChecks(charter, said, template, around);
        for (var rule : CommitmentRule.values()) {
            if (template.asks(rule)) {
                checks.addAll(rules.of(rule));
            }
        }
        checks.addAll(rules.criteria());
        checks.addAll(rules.objectives());
        long met = checks.stream().filter(Check::met).count();
        return new Completeness(
                checks.isEmpty() ? 100 : (int) (100 * met / checks.size()),
                checks.stream().filter(check -> !check.met()).map(Check::gap).toList());
    }

    private static boolean isRequired(TemplateText.Field field, JsonNode content) {
        return switch (field.required()) {
            case ALWAYS -> true;
            case NEVER -> false;
            case WHEN -> {
                var when = field.when();
                var said = when == null ? content : content.at(when.pointer());
                yield when != null
                        && isSaid(said)
                        && (when.equals() == null || when.equals().equals(said.asText()));
            }
        };
    }

    private static boolean isSaid(JsonNode value) {
        return switch (value.getNodeType()) {
            case MISSING, NULL -> false;
            case ARRAY, OBJECT -> !value.isEmpty();
            case STRING -> !value.textValue().isBlank();
            case BINARY, BOOLEAN, NUMBER, POJO -> true;
        };
    }

    boolean full() {
        return gaps.isEmpty();
    }

    List<Fault> faults() {
        return gaps.stream().map(Gap::fault).toList();
    }
}
