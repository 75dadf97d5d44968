package city.c3po.reporting.portfolio;

import city.c3po.platform.value.Money;
import city.c3po.platform.value.Ratio;
import city.c3po.reporting.portfolio.PortfolioStates.Standing;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How the portfolio stands at an instant.
 *
 * @param slip of projects that said both when they planned to end at first and when they expect to
 */
@Schema(name = "PortfolioSummary", description = "How what you may see of the portfolio stands at an instant.")
record PortfolioSummary(
        @Schema(description = "Recorded up to here.") Instant asOf,

        @Schema(description = "Projects that are not closed and not cancelled.")
        int projects,

        @Schema(description = "Initiatives that are neither ended nor projects yet.")
        int initiatives,

        @Schema(description = "All of them, by state.") Map<String, Integer> byState,

        @Schema(description = "Projects by the colour their figures give; NOT_REPORTED where nobody said.")
        Map<String, Integer> byColourComputed,

        @Schema(description = "Projects by the colour they report.")
        Map<String, Integer> byColourReported,

        Map<String, Integer> byDepartment,
        Cost cost,
        Slip slip,
        Recommendations recommendations) {

    @Schema(name = "PortfolioCost", description = "What the running projects cost; null where none said.")
    record Cost(
            @Schema(nullable = true) @Nullable Money planned,
            @Schema(nullable = true) @Nullable Money forecast,
            @Schema(nullable = true) @Nullable Money actual,

            @Schema(description = "Forecast over plan, of projects that said both; 1.0000 is as planned.")
            Ratio forecastToPlan,

            @Schema(description = "Running projects that did not say what they spent.")
            int withoutActual) {}

    @Schema(name = "PortfolioSlip", description = "How far planned ends have moved since the first plan.")
    record Slip(
            @Schema(description = "Projects that said both.")
            int projects,

            @Schema(nullable = true, description = "In days; null where none said.") @Nullable Long medianDays,

            @Schema(nullable = true) @Nullable Long mostDays) {}

    @Schema(name = "RecommendationAgeing", description = "Open recommendations, and how old they are.")
    record Recommendations(
            int open,
            int implemented,

            @Schema(description = "Open ones by age: under1Year, under2Years, under5Years, older.")
            Map<String, Integer> openByAge) {}

    private static final Set<String> ENDED = Set.of("CLOSED", "CANCELLED");
    private static final Set<String> NO_INITIATIVE = Set.of(
            "DRAFT", "WITHDRAWN", "DUPLICATE", "MERGED", "CONVERTED", "REJECTED", "DECLINED", "CLOSED", "CANCELLED");
    private static final Set<String> VERIFIED = Set.of("IMPLEMENTED", "CLOSED_NOT_IMPLEMENTED");
    private static final String NOT_REPORTED = "NOT_REPORTED";

    static PortfolioSummary of(List<Standing> all, Instant asOf) {
        var projects = all.stream()
                .filter(one -> one.type().equals("project"))
                .map(Standing::state)
                .filter(state -> !ENDED.contains(state.path("state").asText()))
                .toList();
        var initiatives = all.stream()
                .filter(one -> one.type().equals("initiative"))
                .map(Standing::state)
                .filter(state -> !NO_INITIATIVE.contains(state.path("state").asText()))
                .toList();
        var both = new ArrayList<>(projects);
        both.addAll(initiatives);
        return new PortfolioSummary(
                asOf,
                projects.size(),
                initiatives.size(),
                counted(both, state -> text(state, "/state")),
                counted(projects, state -> text(state, "/colour/computed")),
                counted(projects, state -> text(state, "/colour/reported")),
                counted(both, state -> text(state, "/sponsoringDepartment")),
                cost(projects),
                slip(projects),
                recommendations(
                        all.stream()
                                .filter(one -> one.type().equals("recommendation"))
                                .toList(),
                        asOf));
    }

    private static Map<String, Integer> counted(List<JsonNode> states, Function<JsonNode, String> by) {
        return new TreeMap<>(states.stream().collect(Collectors.toMap(by, state -> 1, Integer::sum)));
    }

    private static String text(JsonNode state, String pointer) {
        var value = state.at(pointer);
        return value.isTextual() && !value.asText().isBlank() ? value.asText() : NOT_REPORTED;
    }

    private static Optional<BigDecimal> amount(JsonNode state, String... pointers) {
        for (var pointer : pointers) {
            var money = state.at(pointer);
            if (money.path("amount").isNumber()
                    && money.path("currency").asText("USD").equals("USD")) {
                return Optional.of(money.path("amount").decimalValue());
            }
        }
        return Optional.empty();
    }

    private static Optional<BigDecimal> planned(JsonNode state) {
        return amount(state, "/baseline/current/cost", "/budget");
    }

    /** As the finance system posts it; as the project says where nobody posts. */
    private static Optional<BigDecimal> actual(JsonNode state) {
        return amount(state, "/moneyActual/cost", "/actual/cost");
    }

    private static Cost cost(List<JsonNode> projects) {
        var saidBoth = projects.stream()
                .filter(state -> planned(state).isPresent()
                        && amount(state, "/forecast/cost").isPresent())
                .toList();
        var plan = sum(saidBoth, PortfolioSummary::planned);
        var forecast = sum(saidBoth, state -> amount(state, "/forecast/cost"));
        return new Cost(
                sum(projects, PortfolioSummary::planned),
                sum(projects, state -> amount(state, "/forecast/cost")),
                sum(projects, PortfolioSummary::actual),
                Ratio.of(forecast == null ? null : forecast.amount(), plan == null ? null : plan.amount()),
                (int) projects.stream().filter(state -> actual(state).isEmpty()).count());
    }

    private static @Nullable Money sum(List<JsonNode> projects, Function<JsonNode, Optional<BigDecimal>> part) {
        return projects.stream()
                .map(part)
                .flatMap(Optional::stream)
                .reduce(BigDecimal::add)
                .map(total -> new Money(total, "USD"))
                .orElse(null);
    }

    private static Slip slip(List<JsonNode> projects) {
        var slips = projects.stream()
                .map(state -> {
                    var first = day(state.at("/baseline/original/finish"));
                    var expected =
                            day(state.at("/forecast/finish")).or(() -> day(state.at("/baseline/current/finish")));
                    return first.isEmpty() || expected.isEmpty()
                            ? null
                            : ChronoUnit.DAYS.between(first.get(), expected.get());
                })
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return new Slip(
                slips.size(),
                slips.isEmpty() ? null : slips.get((slips.size() - 1) / 2),
                slips.isEmpty() ? null : slips.getLast());
    }

    private static Optional<LocalDate> day(JsonNode value) {
        try {
            return value.isTextual() ? Optional.of(LocalDate.parse(value.textValue())) : Optional.empty();
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }

    private static Recommendations recommendations(List<Standing> all, Instant asOf) {
        var ages =
                new TreeMap<String, Integer>(Map.of("under1Year", 0, "under2Years", 0, "under5Years", 0, "older", 0));
        int open = 0;
        int implemented = 0;
        for (var one : all) {
            var verified = one.state().path("verifiedStatus").asText();
            if (VERIFIED.contains(verified)) {
                implemented += verified.equals("IMPLEMENTED") ? 1 : 0;
            } else {
                open++;
                ages.merge(age(one, asOf), 1, Integer::sum);
            }
        }
        return new Recommendations(open, implemented, ages);
    }

    /** Since it was issued; since it was first recorded where nobody said. */
    private static String age(Standing one, Instant asOf) {
        long days = day(one.state().path("issued"))
                .map(issued -> ChronoUnit.DAYS.between(issued, LocalDate.ofInstant(asOf, ZoneOffset.UTC)))
                .orElseGet(() -> Duration.between(one.since(), asOf).toDays());
        if (days < 365) {
            return "under1Year";
        }
        return days < 730 ? "under2Years" : days < 1826 ? "under5Years" : "older";
    }
}
