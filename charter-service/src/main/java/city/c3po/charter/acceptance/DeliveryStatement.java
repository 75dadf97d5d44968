package city.c3po.charter.acceptance;

import city.c3po.charter.charter.Acceptance;
import city.c3po.charter.charter.Assessment;
import city.c3po.charter.charter.Charter;
import city.c3po.charter.charter.CharterContent;
import city.c3po.charter.charter.Plan;
import city.c3po.charter.charter.Product;
import city.c3po.charter.project.Project;
import city.c3po.platform.value.Money;
import city.c3po.platform.value.Reference;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was committed beside what was delivered: what the seats sign in the end. */
@Schema(name = "DeliveryStatement", description = "What was committed beside what was delivered.")
record DeliveryStatement(
        Reference charter,
        int attempt,

        @Schema(description = "The hash in force: what is accepted is measured by it.")
        String committedHash,

        int committedVersion,

        @Schema(description = "How many versions were signed after the first commitment.")
        int amendments,

        List<Delivered> deliverables,
        List<Reached> objectives,
        Cost cost,
        Finish finish,
        List<Reached> benefits) {

    /** Where an actual value comes from. */
    enum Source {
        PORTFOLIO,
        /** Said with evidence, as long as no event of portfolio says it. */
        ENTERED
    }

    @Schema(name = "StatementDeliverable")
    record Delivered(String name, boolean amended, List<Found> criteria) {}

    @Schema(name = "StatementCriterion")
    record Found(
            @Nullable String key, String text, @Nullable Assessment assessment) {}

    @Schema(name = "StatementObjective")
    record Reached(
            String text,
            @Nullable String metric,
            @Nullable String baseline,

            @Schema(description = "As first committed; null for one that an amendment added.") @Nullable String committed,

            @Schema(description = "As in force now.") @Nullable String target,

            @Nullable LocalDate due,
            @Nullable String actual,

            @Schema(description = "Why there is no actual value.") @Nullable String reason) {}

    @Schema(name = "StatementCost")
    record Cost(
            @Nullable Money committed,
            @Nullable Money amended,
            @Nullable Money actual,

            @Schema(description = "actual − amended; null with a reason where one of them is missing.") @Nullable Money variance,

            @Nullable Source source,
            @Nullable String reason) {}

    @Schema(name = "StatementFinish")
    record Finish(
            @Nullable LocalDate committed,
            @Nullable LocalDate amended,
            @Nullable LocalDate actual,

            @Schema(description = "Days after the amended finish; negative: before it.") @Nullable Long varianceDays,

            @Nullable Source source,
            @Nullable String reason) {}

    private static final String MISSING = "missing-input";
    private static final String OTHER_CURRENCY = "other-currency";

    /** @param original the content that was first committed */
    static DeliveryStatement of(
            Charter charter, CharterContent original, Optional<Project> project, Acceptance.@Nullable Actuals actuals) {
        var content = charter.wording().content();
        var attempt = charter.attempts().last();
        return new DeliveryStatement(
                charter.reference(),
                attempt.attempt(),
                charter.commitment().hashInForce(),
                charter.commitment().versionInForce(),
                charter.commitment().versionInForce() == charter.commitment().originalVersion()
                        ? 0
                        : amendments(charter),
                content.deliverables().stream()
                        .map(deliverable -> delivered(deliverable, original, attempt))
                        .toList(),
                objectives(content, original, actuals),
                cost(content, original, project, actuals),
                finish(content, original, project, actuals),
                benefits(content, original, actuals));
    }

    private static int amendments(Charter charter) {
        return charter.commitment().versionInForce() - charter.commitment().originalVersion();
    }

    private static Delivered delivered(Product.Deliverable deliverable, CharterContent original, Acceptance attempt) {
        var found = deliverable.criteriaOrNone().stream()
                .map(criterion -> new Found(
                        criterion.key(),
                        criterion.text(),
                        attempt.assessments().stream()
                                .filter(assessment -> assessment.criterion().equals(criterion.key()))
                                .findFirst()
                                .orElse(null)))
                .toList();
        return new Delivered(deliverable.name(), !original.deliverables().contains(deliverable), found);
    }

    private static List<Reached> objectives(
            CharterContent content, CharterContent original, Acceptance.@Nullable Actuals actuals) {
        var now = content.objectives();
        return IntStream.range(0, now.size())
                .mapToObj(place -> {
                    var objective = now.get(place);
                    var before = original.objectives().stream()
                            .filter(first -> first.text().equals(objective.text()))
                            .map(Product.Objective::target)
                            .findFirst();
                    var actual = measured(actuals, Acceptance.Actuals::objectives, place);
                    return new Reached(
                            objective.text(),
                            objective.metric(),
                            objective.baseline(),
                            before.orElse(null),
                            objective.target(),
                            objective.due(),
                            actual,
                            actual == null ? MISSING : null);
                })
                .toList();
    }

    private static List<Reached> benefits(
            CharterContent content, CharterContent original, Acceptance.@Nullable Actuals actuals) {
        var now = content.benefits();
        return IntStream.range(0, now.size())
                .mapToObj(place -> {
                    var benefit = now.get(place);
                    var before = original.benefits().stream()
                            .filter(first -> first.text().equals(benefit.text()))
                            .map(Product.Benefit::measure)
                            .findFirst();
                    var actual = measured(actuals, Acceptance.Actuals::benefits, place);
                    return new Reached(
                            benefit.text(),
                            benefit.measure(),
                            null,
                            before.orElse(null),
                            benefit.measure(),
                            benefit.due(),
                            actual,
                            actual == null ? MISSING : null);
                })
                .toList();
    }

    private static @Nullable String measured(
            Acceptance.@Nullable Actuals actuals,
            Function<Acceptance.Actuals, List<Acceptance.Measured>> of,
            int place) {
        return actuals == null
                ? null
                : of.apply(actuals).stream()
                        .filter(measured -> measured.index() == place)
                        .map(Acceptance.Measured::actual)
                        .findFirst()
                        .orElse(null);
    }

    private static Cost cost(
            CharterContent content,
            CharterContent original,
            Optional<Project> project,
            Acceptance.@Nullable Actuals actuals) {
        var told = project.flatMap(Project::spent);
        var actual = told.orElse(actuals == null ? null : actuals.cost());
        var amended = content.budgeted().orElse(null);
        var comparable = actual != null && amended != null && actual.currency().equals(amended.currency());
        return new Cost(
                original.budgeted().orElse(null),
                amended,
                actual,
                comparable ? actual.minus(amended) : null,
                actual == null ? null : told.isPresent() ? Source.PORTFOLIO : Source.ENTERED,
                comparable ? null : actual == null || amended == null ? MISSING : OTHER_CURRENCY);
    }

    private static Finish finish(
            CharterContent content,
            CharterContent original,
            Optional<Project> project,
            Acceptance.@Nullable Actuals actuals) {
        var told = project.flatMap(Project::finished);
        var actual = told.orElse(actuals == null ? null : actuals.finish());
        var amended = content.when().map(Plan.When::finish).orElse(null);
        var comparable = actual != null && amended != null;
        return new Finish(
                original.when().map(Plan.When::finish).orElse(null),
                amended,
                actual,
                comparable ? ChronoUnit.DAYS.between(amended, actual) : null,
                actual == null ? null : told.isPresent() ? Source.PORTFOLIO : Source.ENTERED,
                comparable ? null : MISSING);
    }
}
