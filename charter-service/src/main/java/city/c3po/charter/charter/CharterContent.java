package city.c3po.charter.charter;

import static city.c3po.charter.charter.CharterRule.EACH_CRITERION_ONCE;
import static city.c3po.charter.charter.CharterRule.ORDERED_DATES;

import city.c3po.charter.template.Variant;
import city.c3po.platform.rule.Convention;
import city.c3po.platform.rule.Fault;
import city.c3po.platform.value.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a charter promises. Everything may be missing in a draft; its template says what may not at commitment. */
@Schema(name = "CharterContent", description = "What a charter promises; the template says which of it is mandatory.")
public record CharterContent(
        @Nullable @Valid Product product,
        @Nullable @Valid Plan project,
        @Nullable @Valid People people,
        @Nullable @Valid Process process,
        @Nullable @Valid Technology technology,
        @Nullable @Valid Budget budget,
        @Nullable @Valid Reviews reviews,

        @Schema(description = "Fields of the city's own, by the names that its template gives them.")
        @Nullable @Size(max = 100) Map<@NotBlank @Size(max = 60) @Pattern(regexp = "[A-Za-z0-9-]+") String, @NotBlank @Size(max = 4000) String>
                further) {

    public static final CharterContent EMPTY = new CharterContent(null, null, null, null, null, null, null, null);

    @Schema(name = "CharterProcess", description = "Which ways of working change.")
    public record Process(
            @Nullable @Size(max = 4000) String changes,
            @Nullable @Size(max = 4000) String policies) {}

    @Schema(name = "CharterTechnology", description = "What it is built of.")
    public record Technology(
            @Nullable @Size(max = 4000) String architecture,
            @Nullable @Size(max = 4000) String integrations,
            @Nullable @Size(max = 2000) String hosting) {}

    @Schema(name = "CharterBudget", description = "Money by fiscal year and source.")
    public record Budget(@Nullable @Size(max = 200) List<@NotNull @Valid Line> lines) {}

    @Schema(name = "CharterBudgetLine")
    public record Line(
            @Schema(description = "Named by the year it ends in.") @NotNull @Min(2000) @Max(2999) Integer fiscalYear,

            @NotBlank @Size(max = 200) String source,
            @NotNull @Valid Money amount) {}

    @Schema(name = "CharterReviews", description = "What reviewers said, and who runs it after go-live.")
    public record Reviews(
            @Nullable @Size(max = 4000) String privacy,
            @Nullable @Size(max = 4000) String security,
            @Nullable @Size(max = 4000) String accessibility,
            @Nullable @Size(max = 4000) String records,

            @Schema(description = "Subject of who runs it after go-live.") @Nullable @Pattern(regexp = Sub.PATTERN) String operationsOwner) {}

    public List<Product.Deliverable> deliverables() {
        return what().map(Product.What::deliverables).orElse(List.of());
    }

    public List<Product.Objective> objectives() {
        return why().map(Product.Why::objectives).orElse(List.of());
    }

    public List<Product.Benefit> benefits() {
        return why().map(Product.Why::benefits).orElse(List.of());
    }

    public Stream<Product.Criterion> criteria() {
        return deliverables().stream().flatMap(deliverable -> deliverable.criteriaOrNone().stream());
    }

    Optional<Product.What> what() {
        return Optional.ofNullable(product).map(Product::what);
    }

    Optional<Product.Why> why() {
        return Optional.ofNullable(product).map(Product::why);
    }

    Optional<Plan.How> how() {
        return Optional.ofNullable(project).map(Plan::how);
    }

    public Optional<Plan.When> when() {
        return Optional.ofNullable(project).map(Plan::when);
    }

    Optional<Plan.Approach> approach() {
        return how().map(Plan.How::approach);
    }

    public @Nullable Variant approachKind() {
        return approach().map(Plan.Approach::kind).orElse(null);
    }

    /** Committed money in all, or nothing where no line or more than one currency is budgeted. */
    public Optional<Money> budgeted() {
        var lines = Optional.ofNullable(budget).map(Budget::lines).orElse(List.of());
        var currencies =
                lines.stream().map(line -> line.amount().currency()).distinct().count();
        return currencies == 1 ? lines.stream().map(Line::amount).reduce(Money::plus) : Optional.empty();
    }

    /** The same, each criterion with a key: acceptance is asked of it, so it is given once and kept. */
    CharterContent keyed() {
        if (criteria().allMatch(criterion -> criterion.key() != null)) {
            return this;
        }
        var taken = new HashSet<String>();
        criteria().map(Product.Criterion::key).forEach(taken::add);
        var keys = Stream.iterate(1, n -> n + 1)
                .map(n -> "C" + n)
                .filter(taken::add)
                .iterator();
        var deliverables = deliverables().stream()
                .map(deliverable -> new Product.Deliverable(
                        deliverable.name(),
                        deliverable.description(),
                        deliverable.criteriaOrNone().stream()
                                .map(criterion -> criterion.key() == null ? criterion.keyed(keys.next()) : criterion)
                                .toList()))
                .toList();
        var what = what().orElseThrow();
        var keyed = new Product.What(what.scope(), what.boundaries(), deliverables);
        return new CharterContent(
                new Product(keyed, why().orElse(null)), project, people, process, technology, budget, reviews, further);
    }

    /** Values that are each well-formed but cannot be right together. */
    void requireSound() {
        var faults = new ArrayList<Fault>();
        if (repeatsKeys()) {
            faults.add(EACH_CRITERION_ONCE.at("/content/product/what/deliverables"));
        }
        when().filter(when -> when.start() != null
                        && when.finish() != null
                        && when.finish().isBefore(when.start()))
                .ifPresent(when -> faults.add(ORDERED_DATES.at("/content/project/when/finish")));
        if (!faults.isEmpty()) {
            throw Convention.INVALID_VALUES.violated(faults);
        }
    }

    private boolean repeatsKeys() {
        var seen = new HashSet<String>();
        return criteria().map(Product.Criterion::key).anyMatch(key -> key != null && !seen.add(key));
    }
}
