package city.c3po.charter.signing;

import static city.c3po.charter.Breaking.assertBreaks;
import static city.c3po.charter.charter.Sample.NOON;
import static city.c3po.charter.charter.Sample.OFFICE;
import static city.c3po.charter.charter.Sample.person;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.charter.charter.Purpose;
import city.c3po.charter.charter.Sample;
import city.c3po.charter.project.Tier;
import city.c3po.charter.template.CharterTemplate;
import city.c3po.charter.template.ShippedTemplates;
import city.c3po.charter.template.Variant;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.rule.Convention;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every status with every verb; every rule of a sign-off broken once. */
class SignOffTest {
    private static final String HASH = "a".repeat(64);
    private static final Actor SPONSOR = person("executive_sponsor", Roles.SIGNATORY);

    @TestFactory
    Stream<DynamicTest> every_verb_is_done_or_refused_in_every_status() {
        return Stream.of(SignOffStatus.values())
                .flatMap(status -> Stream.of(SignOffAction.VIEW, SignOffAction.SIGN, SignOffAction.DECLINE)
                        .map(action -> DynamicTest.dynamicTest(status + " " + action, () -> {
                            var signOff = in(status);
                            assertEquals(status, signOff.status());
                            if (status.isOpen()) {
                                assertTrue(signOff.allowedActions(SPONSOR).contains(action));
                                act(signOff, action, SPONSOR);
                            } else {
                                assertBreaks(Convention.ILLEGAL_MOVE, () -> act(signOff, action, SPONSOR));
                                assertEquals(status, signOff.status());
                            }
                        })));
    }

    @TestFactory
    Stream<DynamicTest> permission_comes_before_status() {
        return Stream.of(SignOffAction.VIEW, SignOffAction.SIGN, SignOffAction.DECLINE)
                .flatMap(action -> Stream.of(
                        DynamicTest.dynamicTest(
                                "stranger " + action,
                                () -> assertBreaks(
                                        SigningRule.OWN_SEAT,
                                        () -> act(in(SignOffStatus.SIGNED), action, person("cio", Roles.SIGNATORY)))),
                        DynamicTest.dynamicTest(
                                "vendor " + action,
                                () -> assertBreaks(
                                        SigningRule.VENDOR_NEVER_SIGNS,
                                        () -> act(
                                                in(SignOffStatus.NOTIFIED),
                                                action,
                                                person("executive_sponsor", Roles.VENDOR))))));
    }

    @Test
    void what_is_echoed_is_what_is_signed() {
        var signOff = in(SignOffStatus.NOTIFIED);
        var said = signOff.asked().statement();
        assertBreaks(SigningRule.CONTENT_AS_FROZEN, () -> sign(signOff, SPONSOR, new Echo(2, HASH, said), false));
        assertBreaks(
                SigningRule.CONTENT_AS_FROZEN, () -> sign(signOff, SPONSOR, new Echo(1, "b".repeat(64), said), false));
        assertBreaks(SigningRule.STATEMENT_ECHOED, () -> sign(signOff, SPONSOR, new Echo(1, HASH, "Yes"), false));
        assertBreaks(SigningRule.VIEWED_BEFORE_SIGNING, () -> sign(signOff, SPONSOR, new Echo(1, HASH, said), true));
        assertEquals(SignOffStatus.NOTIFIED, signOff.status());
        signOff.view(SPONSOR, NOON);
        sign(signOff, SPONSOR, new Echo(1, HASH, said), true);
        assertEquals("a.b.c", signOff.answer().receipt());
    }

    @Test
    void a_delegate_signs_and_the_delegates_delegate_does_not() {
        var deputy = person("deputy", Roles.SIGNATORY);
        var signOff = in(SignOffStatus.NOTIFIED).knowing(Set.of("deputy"), false);
        act(signOff, SignOffAction.SIGN, deputy);
        var another = in(SignOffStatus.NOTIFIED).knowing(Set.of("deputy"), true);
        assertBreaks(
                SigningRule.NO_ONWARD_DELEGATION,
                () -> act(another, SignOffAction.SIGN, person("deputys-deputy", Roles.SIGNATORY)));
    }

    private static void act(SignOff signOff, SignOffAction action, Actor by) {
        switch (action) {
            case VIEW -> signOff.view(by, NOON);
            case SIGN -> sign(signOff, by, new Echo(1, HASH, signOff.asked().statement()), false);
            case DECLINE -> signOff.decline(by, "Not this year", NOON);
            case CONDUCT -> throw new IllegalStateException("nobody asks for it");
        }
    }

    private static void sign(SignOff signOff, Actor by, Echo echo, boolean viewFirst) {
        var given = new Signature(by.sub(), by.name(), null, null, echo.statement(), NOON, null, NOON);
        signOff.sign(by, echo, viewFirst, given, request -> "a.b.c");
    }

    private static SignOff in(SignOffStatus status) {
        var text = ShippedTemplates.text(
                Tier.LITE, JsonMapper.builder().findAndAddModules().build());
        var charter = Sample.charter(new CharterTemplate(Tier.LITE, Variant.ANY, text, 2026, NOON));
        var seat = charter.roster().seat("executive-sponsor");
        var request = new SigningRequest(OFFICE, charter, seat, Purpose.COMMIT, 1, 1, HASH);
        var signOff = new SignOff(request, seat.person(), NOON, NOON);
        switch (status) {
            case PENDING -> {}
            case NOTIFIED -> signOff.notified(NOON);
            case VIEWED -> signOff.view(SPONSOR, NOON);
            case SIGNED -> act(signOff, SignOffAction.SIGN, SPONSOR);
            case DECLINED -> signOff.decline(SPONSOR, "No", NOON);
            case EXPIRED -> signOff.expire(NOON);
            case WITHDRAWN -> signOff.withdraw(NOON);
        }
        return signOff;
    }
}
