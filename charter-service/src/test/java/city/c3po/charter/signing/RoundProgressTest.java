package city.c3po.charter.signing;

import static city.c3po.charter.charter.Sample.NOON;
import static city.c3po.charter.charter.Sample.OFFICE;
import static city.c3po.charter.charter.Sample.holder;
import static city.c3po.charter.charter.Sample.person;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.charter.charter.Charter;
import city.c3po.charter.charter.Purpose;
import city.c3po.charter.charter.Sample;
import city.c3po.charter.project.Tier;
import city.c3po.charter.template.CharterTemplate;
import city.c3po.charter.template.Phase;
import city.c3po.charter.template.SeatRole;
import city.c3po.charter.template.TemplateText;
import city.c3po.charter.template.TemplateText.Quorum;
import city.c3po.charter.template.TemplateText.SeatAsked;
import city.c3po.charter.template.Variant;
import city.c3po.platform.actor.Roles;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Three optional reviewers, a mandatory approver, a mandatory sponsor. */
class RoundProgressTest {
    private static final String HASH = "a".repeat(64);

    @Test
    void without_a_quorum_a_phase_waits_for_its_mandatory_seats_only() {
        var round = new Signing(List.of());
        assertEquals(
                List.of("product-owner", "security", "it-liaison", "finance"),
                round.toNotify(),
                "nobody mandatory reviews, so the approver is told at once");
        round.sign(SeatRole.FINANCE);
        assertEquals(List.of("product-owner", "security", "it-liaison", "executive-sponsor"), round.toNotify());
        round.sign(SeatRole.EXECUTIVE_SPONSOR);
        assertTrue(round.isOver());
    }

    @Test
    void two_of_three_reviewers_are_enough_for_the_next_phase() {
        var round = new Signing(List.of(new Quorum(Phase.REVIEW, 2)));
        assertEquals(List.of("product-owner", "security", "it-liaison"), round.toNotify());
        round.sign(SeatRole.SECURITY);
        assertEquals(List.of("product-owner", "it-liaison"), round.toNotify());
        round.sign(SeatRole.IT_LIAISON);
        assertEquals(List.of("product-owner", "finance"), round.toNotify());
    }

    @Test
    void a_round_is_not_over_before_its_quorum_whoever_else_signed() {
        var round = new Signing(List.of(new Quorum(Phase.REVIEW, 2)));
        round.sign(SeatRole.FINANCE);
        round.sign(SeatRole.EXECUTIVE_SPONSOR);
        round.sign(SeatRole.SECURITY);
        assertFalse(round.isOver());
        round.sign(SeatRole.PRODUCT_OWNER);
        assertTrue(round.isOver());
    }

    @Test
    void a_quorum_never_lets_a_mandatory_seat_off() {
        var round = new Signing(List.of(new Quorum(Phase.SIGN, 1), new Quorum(Phase.REVIEW, 1)));
        round.sign(SeatRole.SECURITY);
        round.sign(SeatRole.EXECUTIVE_SPONSOR);
        assertFalse(round.isOver());
        round.sign(SeatRole.FINANCE);
        assertTrue(round.isOver());
    }

    @Test
    void more_than_there_are_seats_means_all_of_them() {
        var round = new Signing(List.of(new Quorum(Phase.REVIEW, 50)));
        for (var role : List.of(SeatRole.FINANCE, SeatRole.EXECUTIVE_SPONSOR, SeatRole.SECURITY, SeatRole.IT_LIAISON)) {
            round.sign(role);
        }
        assertFalse(round.isOver());
        round.sign(SeatRole.PRODUCT_OWNER);
        assertTrue(round.isOver());
    }

    /** A round in memory. */
    private static final class Signing {
        private final TemplateText text;
        private final Charter charter;
        private final List<SignOff> asked;

        Signing(List<Quorum> quorums) {
            text = new TemplateText(
                    "T",
                    List.of(),
                    List.of(),
                    List.of(
                            new SeatAsked(SeatRole.PRODUCT_OWNER, Phase.REVIEW, false),
                            new SeatAsked(SeatRole.SECURITY, Phase.REVIEW, false),
                            new SeatAsked(SeatRole.IT_LIAISON, Phase.REVIEW, false),
                            new SeatAsked(SeatRole.FINANCE, Phase.APPROVE, true),
                            new SeatAsked(SeatRole.EXECUTIVE_SPONSOR, Phase.SIGN, true)),
                    quorums,
                    List.of(),
                    List.of(),
                    List.of(),
                    false);
            charter = Sample.charter(new CharterTemplate(Tier.LITE, Variant.ANY, text, 2026, NOON));
            asked = charter.roster().seats().stream()
                    .map(seat -> new SignOff(
                            new SigningRequest(OFFICE, charter, seat, Purpose.COMMIT, 1, 1, HASH),
                            seat.person(),
                            NOON,
                            NOON))
                    .toList();
        }

        private RoundProgress progress() {
            return new RoundProgress(text, charter.roster().seats(), asked);
        }

        boolean isOver() {
            return progress().isOver();
        }

        List<String> toNotify() {
            return progress().toNotify().stream()
                    .map(signOff -> signOff.asked().seat())
                    .toList();
        }

        void sign(SeatRole role) {
            var signOff = asked.stream()
                    .filter(each -> each.asked().seat().equals(role.key(null)))
                    .findFirst()
                    .orElseThrow();
            var statement = signOff.asked().statement();
            signOff.sign(
                    person(holder(role), Roles.SIGNATORY),
                    new Echo(1, HASH, statement),
                    false,
                    new Signature(holder(role), holder(role), null, null, statement, NOON, null, NOON),
                    request -> "a.b.c");
        }
    }
}
