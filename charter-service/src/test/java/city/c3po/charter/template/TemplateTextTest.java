package city.c3po.charter.template;

import static city.c3po.charter.Breaking.assertBreaks;
import static city.c3po.charter.Breaking.assertFaults;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.charter.project.Tier;
import city.c3po.charter.template.TemplateText.Field;
import city.c3po.charter.template.TemplateText.FieldType;
import city.c3po.charter.template.TemplateText.Need;
import city.c3po.charter.template.TemplateText.Quorum;
import city.c3po.charter.template.TemplateText.SeatAsked;
import city.c3po.charter.template.TemplateText.Section;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.rule.Convention;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplateTextTest {
    private static final Instant NOON = Instant.parse("2026-03-02T20:00:00Z");
    private static final JsonMapper JSON =
            JsonMapper.builder().findAndAddModules().build();
    private static final Actor ADMIN = person("zoe", Roles.POLICY_ADMIN);
    private static final Actor ADMIN_2 = person("zak", Roles.POLICY_ADMIN);

    @Test
    void what_ships_is_sound_and_answers_recommendations_2_to_8() {
        for (var tier : List.of(Tier.STANDARD, Tier.MAJOR)) {
            var text = ShippedTemplates.text(tier, JSON);
            text.requireSound();
            var answered = Stream.concat(
                            text.fields().map(Field::recommendation).filter(number -> number != null),
                            text.rules().stream().map(CommitmentRule::recommendation))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(Set.of(2, 3, 4, 5, 6, 7, 8), answered);
        }
    }

    @Test
    void a_lite_charter_is_one_page_and_three_signatures() {
        var lite = ShippedTemplates.text(Tier.LITE, JSON);
        lite.requireSound();
        assertEquals(3, lite.seats().size());
        assertEquals(
                Set.of(CommitmentRule.STAKEHOLDERS, CommitmentRule.APPROACH, CommitmentRule.DOCUMENTS),
                Set.copyOf(lite.rules()));
        assertTrue(lite.fields().count() <= 10);
    }

    @Test
    void a_field_stands_once_and_says_when() {
        var once = field("/product/what/scope", Need.ALWAYS);
        assertFaults(
                () -> text(List.of(once, once, field("/x", Need.WHEN)), seats(), List.of())
                        .requireSound(),
                "/sections/0/fields/1/pointer each-field-once",
                "/sections/0/fields/2/when when-said");
    }

    @Test
    void seats_and_quorums_stand_once_and_the_sponsor_signs() {
        var ppm = new SeatAsked(SeatRole.PPM, Phase.REVIEW, true);
        var quorum = new Quorum(Phase.REVIEW, 1);
        assertFaults(
                () -> text(List.of(field("/x", Need.NEVER)), List.of(ppm, ppm), List.of(quorum, quorum))
                        .requireSound(),
                "/seats each-seat-once",
                "/seats sponsor-has-a-seat",
                "/quorums quorum-fits");
    }

    @Test
    void a_version_is_adopted_by_a_second_person_and_never_changes_again() {
        var template = new CharterTemplate(
                Tier.LITE, Variant.ANY, text(List.of(field("/x", Need.NEVER)), seats(), List.of()), 2026, NOON);
        assertBreaks(TemplateRule.TEMPLATE_BY_POLICY_ADMIN, () -> template.draft(person("sam", Roles.SUBMITTER), NOON));
        template.draft(ADMIN, NOON);
        assertBreaks(TemplateRule.SECOND_PERSON_ADOPTS, () -> template.adopt(ADMIN, null, NOON));
        template.adopt(ADMIN_2, null, NOON);
        assertBreaks(Convention.ILLEGAL_MOVE, () -> template.edit(ADMIN, template.text(), NOON));
        assertBreaks(Convention.ILLEGAL_MOVE, () -> template.adopt(ADMIN_2, null, NOON));
        template.supersede(ADMIN, template, NOON);
        assertEquals(TemplateState.SUPERSEDED, template.templateState());
    }

    private static TemplateText text(List<Field> fields, List<SeatAsked> seats, List<Quorum> quorums) {
        return new TemplateText(
                "T",
                List.of(new Section("S", fields)),
                List.of(),
                seats,
                quorums,
                List.of(),
                List.of(),
                List.of(),
                false);
    }

    private static List<SeatAsked> seats() {
        return List.of(new SeatAsked(SeatRole.EXECUTIVE_SPONSOR, Phase.SIGN, true));
    }

    private static Field field(String pointer, Need need) {
        return new Field(pointer, FieldType.TEXT, "Say it.", need, null, null);
    }

    private static Actor person(String sub, String role) {
        return new Actor(sub, "issuer", "c3po-cli", sub, Set.of(role), Set.of(), Set.of(), Set.of(), null, null);
    }
}
