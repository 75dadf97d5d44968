package city.c3po.charter.engagement;

import static city.c3po.charter.Breaking.assertBreaks;
import static city.c3po.charter.charter.Sample.NOON;
import static city.c3po.charter.charter.Sample.person;
import static org.junit.jupiter.api.Assertions.assertEquals;

import city.c3po.charter.engagement.KeyPosition.Nominee;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who may do what to an engagement, and what it refuses to say. */
class EngagementTest {
    private static final Actor OFFICE = person("paul", Roles.PORTFOLIO_MANAGER);
    private static final Actor FEEDER = feeder("procurement");
    private static final Actor VENDOR = vendor("V-1001");

    private final Engagement engagement = new Engagement(FEEDER, terms("V-1001", null), "procurement", 2026, NOON);

    @Test
    void the_office_and_the_system_that_feeds_it_say_what_was_agreed() {
        engagement.plan(OFFICE, "lead", "Lead", List.of(), 100, null, NOON);
        engagement.plan(FEEDER, "lead", "Lead", List.of("PMP"), 100, null, NOON);
        for (var stranger : List.of(feeder("payroll"), VENDOR, person("sam", Roles.SIGNATORY))) {
            assertBreaks(
                    EngagementRule.CITY_ONLY,
                    () -> engagement.plan(stranger, "lead", "Lead", List.of(), 100, null, NOON));
            assertBreaks(EngagementRule.CITY_ONLY, () -> engagement.edit(stranger, terms("V-1001", null), NOON));
        }
    }

    @Test
    void the_engaged_vendor_nominates_and_the_city_answers() {
        engagement.plan(OFFICE, "lead", "Lead", List.of(), 100, null, NOON);
        var nominee = Nominee.proposed(VENDOR, "Nora", List.of(), NOON, NOON);
        assertBreaks(EngagementRule.OWN_ENGAGEMENT, () -> engagement.nominate(vendor("V-2002"), "lead", nominee, NOON));
        engagement.nominate(VENDOR, "lead", nominee, NOON);
        assertBreaks(EngagementRule.OFFICE_ONLY, () -> answer(VENDOR, nominee.id()));
        answer(OFFICE, nominee.id());
        assertEquals(
                NomineeState.UNDER_REVIEW,
                engagement.positions().getFirst().nominees().getFirst().state());
    }

    @Test
    void project_and_vendor_stay_and_dates_follow_one_another() {
        assertBreaks(EngagementRule.PROJECT_IS_FIXED, () -> engagement.edit(OFFICE, terms("V-2002", null), NOON));
        assertBreaks(
                EngagementRule.ENGAGEMENT_DATES_IN_ORDER,
                () -> engagement.edit(OFFICE, terms("V-1001", LocalDate.of(2026, 4, 30)), NOON));
        assertEquals(List.of(), engagement.edit(OFFICE, terms("V-1001", null), NOON));
    }

    private void answer(Actor by, UUID nominee) {
        engagement.answer(by, "lead", nominee, NomineeState.UNDER_REVIEW, null, NOON);
    }

    private static EngagementTerms terms(String vendor, @Nullable LocalDate awarded) {
        return new EngagementTerms("p-1", vendor, "App", null, LocalDate.of(2026, 5, 1), awarded, null, null, null);
    }

    private static Actor feeder(String source) {
        return new Actor(
                source, "issuer", source, source, Set.of(Roles.FEEDER), Set.of(), Set.of(source), Set.of(), null, null);
    }

    private static Actor vendor(String number) {
        return new Actor(
                "vera", "issuer", "c3po-cli", "vera", Set.of(Roles.VENDOR), Set.of(), Set.of(), Set.of(), number, null);
    }
}
