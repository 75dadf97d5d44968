package city.c3po.portfolio.triage;

import city.c3po.platform.value.Money;
import city.c3po.portfolio.triage.Finding.UsedInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The lines of a policy, and the four questions asked against them. Every line is crossed only by <em>more</em>. */
@Schema(name = "TriageThresholds", description = "The lines of a policy. Each is crossed only by more than it says.")
public record Thresholds(
        @Schema(description = "COST is true when the likely one-time cost of all years is greater.") @NotNull @Valid Money cost,

        @Schema(description = "DEPARTMENTS is true when more distinct departments sponsor or are affected.")
        @Min(1) @Max(100) int departments,

        @Schema(description = "DURATION is true when it finishes later than so many calendar months after its start.")
        @Min(1) @Max(240) int months,

        @Schema(description = "PROFILE is true when any of these is answered yes.") @NotNull @Size(max = 9) List<@NotNull ProfileFlag> profile) {

    public Thresholds {
        profile = profile == null
                ? List.of()
                : profile.stream().distinct().sorted().toList();
    }

    /** The four findings, in the order of {@link Criterion}. */
    public List<Finding> ask(TriageInputs inputs) {
        return List.of(askCost(inputs), askDepartments(inputs), askDuration(inputs), askProfile(inputs));
    }

    private Finding askCost(TriageInputs inputs) {
        var years = inputs.oneTimeCost();
        if (years == null) {
            return new Finding(
                    Criterion.COST,
                    Answer.UNKNOWN,
                    "The one-time cost is not known yet.",
                    List.of(new UsedInput("likelyOneTimeCost", null), new UsedInput("threshold", text(cost))),
                    List.of(new MissingAnswer("/cost/oneTime", "Estimate the one-time cost of each fiscal year.")));
        }
        var known = new Money(BigDecimal.ZERO, cost.currency());
        var missing = new ArrayList<MissingAnswer>();
        for (int n = 0; n < years.size(); n++) {
            var year = years.get(n);
            if (year.likely() == null || !year.likely().currency().equals(cost.currency())) {
                missing.add(new MissingAnswer(
                        "/cost/oneTime/" + n + "/likely",
                        "Estimate the likely one-time cost of fiscal year " + year.fiscalYear() + " in "
                                + cost.currency() + "."));
            } else {
                known = known.plus(year.likely());
            }
        }
        var used = List.of(new UsedInput("likelyOneTimeCost", text(known)), new UsedInput("threshold", text(cost)));
        if (known.isMoreThan(cost)) {
            var what = missing.isEmpty() ? "The likely one-time cost of " : "The known part of the one-time cost, ";
            return new Finding(
                    Criterion.COST,
                    Answer.TRUE,
                    what + text(known) + (missing.isEmpty() ? "" : ",") + " is greater than " + text(cost) + ".",
                    used,
                    missing);
        }
        return missing.isEmpty()
                ? new Finding(
                        Criterion.COST,
                        Answer.FALSE,
                        "The likely one-time cost of " + text(known) + " is not greater than " + text(cost) + ".",
                        used,
                        missing)
                : new Finding(
                        Criterion.COST,
                        Answer.UNKNOWN,
                        "The known part of the one-time cost is " + text(known) + "; " + missing.size() + " of "
                                + years.size() + " fiscal years have no likely cost in " + cost.currency() + " yet.",
                        used,
                        missing);
    }

    private Finding askDepartments(TriageInputs inputs) {
        var involved = inputs.departments();
        var used = List.of(
                new UsedInput("departments", String.join(", ", involved)),
                new UsedInput("threshold", String.valueOf(departments)));
        var count = involved.size() + (involved.size() == 1 ? " department is" : " departments are") + " involved ("
                + String.join(", ", involved) + ")";
        if (involved.size() > departments) {
            return new Finding(
                    Criterion.DEPARTMENTS, Answer.TRUE, count + ", more than " + departments + ".", used, List.of());
        }
        if (inputs.affectedDepartments() == null) {
            return new Finding(
                    Criterion.DEPARTMENTS,
                    Answer.UNKNOWN,
                    "It is not known yet which other departments are affected.",
                    used,
                    List.of(new MissingAnswer(
                            "/affectedDepartments", "List the departments it affects; an empty list says none.")));
        }
        return new Finding(
                Criterion.DEPARTMENTS, Answer.FALSE, count + ", not more than " + departments + ".", used, List.of());
    }

    private Finding askDuration(TriageInputs inputs) {
        var start = inputs.start();
        var finish = inputs.finish();
        // 29 February plus twelve months is 28 February: the same as one calendar year after a leap day
        var line = start == null ? null : start.plusMonths(months);
        var used = List.of(
                new UsedInput("start", text(start)),
                new UsedInput("finish", text(finish)),
                new UsedInput("latestFinish", text(line)));
        if (line == null || finish == null) {
            var missing = new ArrayList<MissingAnswer>();
            if (start == null) {
                missing.add(new MissingAnswer("/start", "Say when it starts."));
            }
            if (finish == null) {
                missing.add(new MissingAnswer("/finish", "Say when it finishes."));
            }
            return new Finding(
                    Criterion.DURATION, Answer.UNKNOWN, "Its start and finish are not both known yet.", used, missing);
        }
        var late = finish.isAfter(line);
        return new Finding(
                Criterion.DURATION,
                late ? Answer.TRUE : Answer.FALSE,
                "It finishes on " + finish + (late ? ", after " : ", not after ") + line + ", which is " + months
                        + " months after its start.",
                used,
                List.of());
    }

    private Finding askProfile(TriageInputs inputs) {
        var used = new ArrayList<UsedInput>();
        var yes = new ArrayList<ProfileFlag>();
        var open = new ArrayList<ProfileFlag>();
        for (var flag : profile) {
            var answer = flag.in(inputs.profile());
            used.add(new UsedInput(flag.member(), text(answer)));
            if (answer == null) {
                open.add(flag);
            } else if (answer) {
                yes.add(flag);
            }
        }
        var missing = open.stream()
                .map(flag -> new MissingAnswer("/profile/" + flag.member(), "Say yes or no: " + flag.words() + "."))
                .toList();
        if (!yes.isEmpty()) {
            return new Finding(
                    Criterion.PROFILE,
                    Answer.TRUE,
                    "It is high profile or sensitive: " + words(yes) + ".",
                    used,
                    missing);
        }
        return open.isEmpty()
                ? new Finding(
                        Criterion.PROFILE, Answer.FALSE, "Nothing makes it high profile or sensitive.", used, missing)
                : new Finding(
                        Criterion.PROFILE, Answer.UNKNOWN, "Not answered yet: " + words(open) + ".", used, missing);
    }

    private static String words(List<ProfileFlag> flags) {
        return flags.stream().map(ProfileFlag::words).collect(Collectors.joining("; "));
    }

    private static String text(Money money) {
        return String.format(Locale.ROOT, "%s %,.2f", money.currency(), money.amount());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
