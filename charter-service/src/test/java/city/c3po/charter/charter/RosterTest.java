package city.c3po.charter.charter;

import static city.c3po.charter.Breaking.assertBreaks;
import static city.c3po.charter.charter.Sample.NOON;
import static city.c3po.charter.charter.Sample.project;
import static org.junit.jupiter.api.Assertions.assertEquals;

import city.c3po.charter.project.Tier;
import city.c3po.charter.template.ShippedTemplates;
import city.c3po.charter.template.TemplateText;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RosterTest {
    private static final TemplateText LITE = ShippedTemplates.text(
            Tier.LITE, JsonMapper.builder().findAndAddModules().build());
    private static final String HEAD = "department-head.DEP-PW";

    private final Roster roster = new Roster(LITE, List.of("DEP-PW"));

    @Test
    void portfolio_fills_what_nobody_was_named_for() {
        roster.name(List.of(new SeatHolding(HEAD, "dana", "Municipal Code 2.04")), NOON);
        roster.fill(project("simone", "lee", "DEP-PW"), Map.of("DEP-PW", "harry"), NOON);

        assertEquals(List.of("simone", "dana", "lee"), people());
    }

    @Test
    void seats_follow_portfolio_until_somebody_is_named_by_hand() {
        roster.fill(project("simone", "lee", "DEP-PW"), Map.of("DEP-PW", "harry"), NOON);
        roster.assign("executive-sponsor", "sasha", "City Charter, section 701", NOON);

        roster.follow(project("sonja", "nora", "DEP-PW"), Map.of("DEP-PW", "hilda"), NOON);

        assertEquals(List.of("sasha", "hilda", "nora"), people());
        assertEquals("harry", roster.seat(HEAD).formerly().getFirst().person());
    }

    @Test
    void nothing_follows_that_would_have_the_sponsor_run_the_project() {
        roster.name(List.of(new SeatHolding("executive-sponsor", "sasha", "City Charter")), NOON);
        roster.fill(project(null, "lee", "DEP-PW"), Map.of(), NOON);

        roster.follow(project(null, "sasha", "DEP-PW"), Map.of(), NOON);

        assertEquals("lee", roster.seat("project-lead").person());
    }

    @Test
    void a_department_that_joins_brings_its_head_and_one_that_leaves_takes_it_away() {
        roster.ask(LITE, List.of("DEP-LIB"));
        roster.follow(project(null, null, "DEP-LIB"), Map.of("DEP-LIB", "lou"), NOON);

        assertEquals("lou", roster.seat("department-head.DEP-LIB").person());
        assertBreaks(CharterRule.KNOWN_SEAT, () -> roster.seat(HEAD));
    }

    private List<String> people() {
        return roster.seats().stream()
                .map(seat -> String.valueOf(seat.person()))
                .toList();
    }
}
