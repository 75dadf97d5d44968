package city.c3po.portfolio.triage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.platform.value.Money;
import city.c3po.portfolio.triage.TriageInputs.YearlyLikely;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The four questions of "C3PO in the mix", at and around their lines. */
class ThresholdsTest {
    private static final Thresholds CITY = new Thresholds(Money.of("500000.00"), 1, 12, List.of(ProfileFlag.values()));
    private static final LocalDate START = LocalDate.of(2026, 7, 1);
    private static final TriageInputs SMALL =
            inputs(List.of("100000.00"), List.of(), "2026-07-01", "2026-12-31", Profile.ALL_NO);

    @ParameterizedTest
    @CsvSource({"499999.99, FALSE", "500000.00, FALSE", "500000.01, TRUE", "0.00, FALSE"})
    void cost_is_over_the_line_only_when_it_is_greater(String likely, Answer expected) {
        assertEquals(expected, answer(Criterion.COST, withCost(List.of(likely))));
    }

    @Test
    void likely_costs_of_all_years_are_added_up() {
        assertEquals(Answer.TRUE, answer(Criterion.COST, withCost(List.of("250000.00", "250000.01"))));
        assertEquals(Answer.FALSE, answer(Criterion.COST, withCost(List.of("250000.00", "250000.00"))));
    }

    @Test
    void no_estimate_at_all_is_unknown_and_an_empty_one_is_nothing() {
        assertEquals(Answer.UNKNOWN, answer(Criterion.COST, withCost(null)));
        assertEquals(Answer.FALSE, answer(Criterion.COST, withCost(List.of())));
    }

    @Test
    void a_year_without_a_likely_cost_leaves_it_unknown_unless_the_others_are_enough() {
        assertEquals(Answer.UNKNOWN, answer(Criterion.COST, withCost(Arrays.asList("400000.00", null))));
        assertEquals(Answer.TRUE, answer(Criterion.COST, withCost(Arrays.asList("500000.01", null))));
    }

    @Test
    void another_currency_is_not_compared() {
        var inputs = new TriageInputs(
                List.of(new YearlyLikely(2027, new Money(new BigDecimal("900000"), "EUR"))),
                "DEP-PW",
                List.of(),
                START,
                START,
                Profile.ALL_NO);
        var finding = finding(Criterion.COST, inputs);
        assertEquals(Answer.UNKNOWN, finding.answer());
        assertEquals("/cost/oneTime/0/likely", finding.missing().getFirst().pointer());
    }

    @Test
    void the_sponsor_named_again_as_affected_is_one_department() {
        assertEquals(Answer.FALSE, answer(Criterion.DEPARTMENTS, withDepartments(List.of())));
        assertEquals(Answer.FALSE, answer(Criterion.DEPARTMENTS, withDepartments(List.of("DEP-PW"))));
        assertEquals(Answer.TRUE, answer(Criterion.DEPARTMENTS, withDepartments(List.of("DEP-LIB"))));
        assertEquals(Answer.UNKNOWN, answer(Criterion.DEPARTMENTS, withDepartments(null)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-01, 2027-06-30, FALSE",
        "2026-07-01, 2027-07-01, FALSE",
        "2026-07-01, 2027-07-02, TRUE",
        "2024-02-29, 2025-02-28, FALSE",
        "2024-02-29, 2025-03-01, TRUE",
        "2023-02-28, 2024-02-28, FALSE",
        "2023-02-28, 2024-02-29, TRUE",
        "2023-03-01, 2024-03-01, FALSE",
        "2023-12-31, 2024-12-31, FALSE",
        "2023-12-31, 2025-01-01, TRUE",
        ", 2027-07-01, UNKNOWN",
        "2026-07-01, , UNKNOWN",
        ", , UNKNOWN"
    })
    void it_is_long_only_when_it_finishes_after_one_calendar_year(
            @Nullable String start, @Nullable String finish, Answer expected) {
        assertEquals(expected, answer(Criterion.DURATION, withDates(start, finish)));
    }

    @ParameterizedTest
    @EnumSource(ProfileFlag.class)
    void any_one_flag_makes_it_high_profile_and_any_one_open_leaves_it_unknown(ProfileFlag flag) {
        assertEquals(Answer.TRUE, answer(Criterion.PROFILE, withProfile(profile(flag, true, false))));
        assertEquals(Answer.UNKNOWN, answer(Criterion.PROFILE, withProfile(profile(flag, null, false))));
        assertEquals(
                List.of("/profile/" + flag.member()),
                finding(Criterion.PROFILE, withProfile(profile(flag, null, false))).missing().stream()
                        .map(MissingAnswer::pointer)
                        .toList());
        // one yes is enough, whatever is open
        assertEquals(Answer.TRUE, answer(Criterion.PROFILE, withProfile(profile(flag, true, null))));
    }

    @Test
    void a_flag_that_the_policy_does_not_count_does_not_matter() {
        var mediaOnly = new Thresholds(Money.of("1"), 1, 12, List.of(ProfileFlag.MEDIA));
        var safety = withProfile(profile(ProfileFlag.SAFETY, true, false));
        assertEquals(Answer.FALSE, mediaOnly.ask(safety).get(3).answer());
    }

    @Test
    void a_finding_explains_itself_with_what_it_used() {
        var finding = finding(Criterion.COST, withCost(List.of("620000.00")));
        assertEquals(
                "The likely one-time cost of USD 620,000.00 is greater than USD 500,000.00.", finding.explanation());
        assertEquals(
                List.of(
                        new Finding.UsedInput("likelyOneTimeCost", "USD 620,000.00"),
                        new Finding.UsedInput("threshold", "USD 500,000.00")),
                finding.used());
        assertEquals(
                "It finishes on 2027-07-02, after 2027-07-01, which is 12 months after its start.",
                finding(Criterion.DURATION, withDates("2026-07-01", "2027-07-02"))
                        .explanation());
        assertEquals(
                "2 departments are involved (DEP-LIB, DEP-PW), more than 1.",
                finding(Criterion.DEPARTMENTS, withDepartments(List.of("DEP-LIB")))
                        .explanation());
        assertEquals(
                "It is high profile or sensitive: likely in the media.",
                finding(Criterion.PROFILE, withProfile(profile(ProfileFlag.MEDIA, true, false)))
                        .explanation());
    }

    @Test
    void small_in_every_respect_is_minor_and_every_unknown_alone_keeps_it_from_being_so() {
        assertEquals(Outcome.MINOR, outcome(SMALL));
        for (var unknown : List.of(
                withCost(null),
                withDepartments(null),
                withDates(null, "2026-12-31"),
                withDates("2026-07-01", null),
                withProfile(Profile.UNANSWERED))) {
            assertEquals(Outcome.NEEDS_INFORMATION, outcome(unknown));
        }
    }

    /** MAJOR if any is TRUE, MINOR only if all are FALSE, else NEEDS_INFORMATION: all 81 combinations. */
    @TestFactory
    Stream<DynamicTest> the_outcome_follows_from_the_four_answers() {
        return IntStream.range(0, 81).mapToObj(n -> {
            var answers = List.of(
                    Answer.values()[n % 3],
                    Answer.values()[n / 3 % 3],
                    Answer.values()[n / 9 % 3],
                    Answer.values()[n / 27]);
            return DynamicTest.dynamicTest(answers.toString(), () -> {
                var expected = answers.stream().anyMatch(a -> a == Answer.TRUE)
                        ? Outcome.MAJOR
                        : answers.stream().allMatch(a -> a == Answer.FALSE) ? Outcome.MINOR : Outcome.NEEDS_INFORMATION;
                assertEquals(expected, Outcome.of(answers));
            });
        });
    }

    /** Whatever is asked around the lines: the rule as the city tells it, written down a second time, agrees. */
    @Test
    void ten_thousand_initiatives_around_the_lines_are_triaged_as_the_city_tells_it() {
        var random = new Random(20210204);
        var seen = new int[Outcome.values().length];
        for (int n = 0; n < 10_000; n++) {
            var inputs = aroundTheLines(random);
            var outcome = outcome(inputs);
            assertEquals(asTheCityTellsIt(inputs), outcome, inputs::toString);
            seen[outcome.ordinal()]++;
        }
        // what else there is does not come of the lines
        for (var outcome : List.of(Outcome.MAJOR, Outcome.MINOR, Outcome.NEEDS_INFORMATION)) {
            assertTrue(seen[outcome.ordinal()] > 100, outcome + " was hardly tried: " + seen[outcome.ordinal()]);
        }
    }

    /** Learning an answer never takes an initiative out of the mix, and never makes a minor one unknown. */
    @Test
    void answering_what_is_missing_never_undoes_a_class() {
        var random = new Random(500_000);
        for (int n = 0; n < 5_000; n++) {
            var known = aroundTheLines(random);
            var less = forgetting(known, random);
            switch (outcome(less)) {
                case MAJOR -> assertEquals(Outcome.MAJOR, outcome(known), less + " → " + known);
                case MINOR -> assertEquals(Outcome.MINOR, outcome(known), less + " → " + known);
                case NEEDS_INFORMATION -> {}
            }
        }
    }

    @Test
    void the_same_inputs_give_the_same_result() {
        var random = new Random(7);
        var policy = Policies.inTheMix();
        for (int n = 0; n < 500; n++) {
            var inputs = aroundTheLines(random);
            var first = policy.triage(inputs, 3, Instant.EPOCH);
            assertEquals(first, policy.triage(first.inputs(), first.revision(), first.at()));
        }
    }

    private static TriageInputs aroundTheLines(Random random) {
        var years = random.nextInt(8) == 0
                ? null
                : IntStream.range(0, random.nextInt(3))
                        .mapToObj(year -> random.nextInt(10) == 0
                                ? null
                                : BigDecimal.valueOf(24_999_999 + random.nextInt(4), 2)
                                        .toPlainString())
                        .toList();
        var affected = switch (random.nextInt(8)) {
            case 0 -> null;
            case 1 -> List.of("DEP-LIB");
            case 2 -> List.of("DEP-PW");
            case 3 -> List.of("DEP-PW", "DEP-LIB");
            default -> List.<String>of();
        };
        var start = LocalDate.of(2024, 2, 27).plusDays(random.nextInt(4));
        var finish = start.plusYears(1).plusDays(random.nextInt(4) - 2);
        var profile = switch (random.nextInt(6)) {
            case 0 -> profile(flag(random), true, false);
            case 1 -> profile(flag(random), null, false);
            case 2 -> profile(flag(random), true, null);
            default -> Profile.ALL_NO;
        };
        return inputs(
                years,
                affected,
                random.nextInt(12) == 0 ? null : start.toString(),
                random.nextInt(12) == 0 ? null : finish.toString(),
                profile);
    }

    private static ProfileFlag flag(Random random) {
        return ProfileFlag.values()[random.nextInt(ProfileFlag.values().length)];
    }

    private static Outcome asTheCityTellsIt(TriageInputs asked) {
        var years = asked.oneTimeCost();
        var cents = years == null
                ? 0
                : years.stream()
                        .filter(year -> year.likely() != null)
                        .mapToLong(
                                year -> year.likely().amount().unscaledValue().longValueExact())
                        .sum();
        var dear = cents > 50_000_000;
        var dearUnknown = years == null || years.stream().anyMatch(year -> year.likely() == null);
        var affected = asked.affectedDepartments();
        var several = affected != null && affected.stream().anyMatch(code -> !code.equals("DEP-PW"));
        var datesKnown = asked.start() != null && asked.finish() != null;
        var slow = datesKnown && asked.finish().isAfter(asked.start().plusYears(1));
        var flags = Arrays.stream(ProfileFlag.values())
                .map(flag -> flag.in(asked.profile()))
                .toList();
        var high = flags.contains(true);
        if (dear || several || slow || high) {
            return Outcome.MAJOR;
        }
        return dearUnknown || affected == null || !datesKnown || flags.contains(null)
                ? Outcome.NEEDS_INFORMATION
                : Outcome.MINOR;
    }

    private static TriageInputs forgetting(TriageInputs known, Random random) {
        return new TriageInputs(
                random.nextInt(3) == 0 ? null : known.oneTimeCost(),
                known.sponsoringDepartment(),
                random.nextInt(3) == 0 ? null : known.affectedDepartments(),
                random.nextInt(3) == 0 ? null : known.start(),
                random.nextInt(3) == 0 ? null : known.finish(),
                random.nextInt(3) == 0 ? Profile.UNANSWERED : known.profile());
    }

    private static Outcome outcome(TriageInputs inputs) {
        return Policies.inTheMix().triage(inputs, 1, Instant.EPOCH).outcome();
    }

    private static Finding finding(Criterion criterion, TriageInputs inputs) {
        var findings = CITY.ask(inputs);
        assertEquals(
                List.of(Criterion.values()),
                findings.stream().map(Finding::criterion).toList());
        return findings.get(criterion.ordinal());
    }

    private static Answer answer(Criterion criterion, TriageInputs inputs) {
        return finding(criterion, inputs).answer();
    }

    private static Profile profile(ProfileFlag one, @Nullable Boolean its, @Nullable Boolean others) {
        var a = Arrays.stream(ProfileFlag.values())
                .map(flag -> flag == one ? its : others)
                .toList();
        return new Profile(a.get(0), a.get(1), a.get(2), a.get(3), a.get(4), a.get(5), a.get(6), a.get(7), a.get(8));
    }

    private static TriageInputs withCost(@Nullable List<@Nullable String> likely) {
        return inputs(likely, List.of(), "2026-07-01", "2026-12-31", Profile.ALL_NO);
    }

    private static TriageInputs withDepartments(@Nullable List<String> affected) {
        return inputs(List.of(), affected, "2026-07-01", "2026-12-31", Profile.ALL_NO);
    }

    private static TriageInputs withDates(@Nullable String start, @Nullable String finish) {
        return inputs(List.of(), List.of(), start, finish, Profile.ALL_NO);
    }

    private static TriageInputs withProfile(Profile profile) {
        return inputs(List.of(), List.of(), "2026-07-01", "2026-12-31", profile);
    }

    private static TriageInputs inputs(
            @Nullable List<@Nullable String> likely,
            @Nullable List<String> affected,
            @Nullable String start,
            @Nullable String finish,
            Profile profile) {
        List<YearlyLikely> years = null;
        if (likely != null) {
            years = new ArrayList<>();
            for (int n = 0; n < likely.size(); n++) {
                var amount = likely.get(n);
                years.add(new YearlyLikely(2027 + n, amount == null ? null : Money.of(amount)));
            }
        }
        return new TriageInputs(
                years,
                "DEP-PW",
                affected,
                start == null ? null : LocalDate.parse(start),
                finish == null ? null : LocalDate.parse(finish),
                profile);
    }
}
