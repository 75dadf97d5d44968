package city.c3po.charter.signing;

import static city.c3po.charter.signing.SigningRule.ACCEPTANCE_NEEDS_ADOPTION;
import static city.c3po.charter.signing.SigningRule.DELEGATE_HOLDS_NO_SEAT;
import static city.c3po.charter.signing.SigningRule.OWN_SEAT;
import static city.c3po.charter.signing.SigningRule.SIGNING_IS_OPEN;
import static city.c3po.charter.signing.SigningRule.WITHIN_DELEGATION;

import city.c3po.charter.charter.Charter;
import city.c3po.charter.charter.Charters;
import city.c3po.charter.charter.Ending;
import city.c3po.charter.charter.Purpose;
import city.c3po.charter.project.CityDays;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.rule.RuleViolation;
import city.c3po.platform.rule.Seen;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a seat answers: viewed, signed or declined, by its holder or a delegate who has just logged in. Whoever signs or
 * declines locks the charter first and the sign-off after, so that two signers of the last two seats see each other.
 */
@Singleton
class SeatAnswers {
    private final Charters charters;
    private final SignOffs signOffs;
    private final Delegations delegations;
    private final SigningAttempts attempts;
    private final RoundOutcome outcome;
    private final Receipts receipts;
    private final CityDays days;
    private final FreshLogin login;

    SeatAnswers(
            Charters charters,
            SignOffs signOffs,
            Delegations delegations,
            SigningAttempts attempts,
            RoundOutcome outcome,
            Receipts receipts,
            CityDays days,
            FreshLogin login) {
        this.charters = charters;
        this.signOffs = signOffs;
        this.delegations = delegations;
        this.attempts = attempts;
        this.outcome = outcome;
        this.receipts = receipts;
        this.days = days;
        this.login = login;
    }

    /** How the caller proved who they are: the token's acr. */
    record Login(@Nullable String method) {}

    /** The seat's sign-off as this caller meets it. */
    SignOff meet(Charter charter, String seat, @Nullable Purpose purpose, Actor by, Instant at) {
        charter.roster().seat(seat);
        var signOff = signOffs.ofSeat(charter.id(), seat, purpose);
        var holder = signOff.assignee();
        if (holder == null || by.is(holder)) {
            return signOff;
        }
        var today = days.calendar().dateOf(at);
        var given = delegations.by(holder, signOff.asked().purpose(), today);
        var delegates = given.stream().map(Delegation::delegate).collect(Collectors.toSet());
        boolean onward = delegates.stream()
                .flatMap(delegate -> delegations.by(delegate, signOff.asked().purpose(), today).stream())
                .anyMatch(delegation -> by.is(delegation.delegate()));
        return signOff.knowing(delegates, onward);
    }

    SignOff view(UUID id, String seat, @Nullable Purpose purpose, Actor by, Seen seen, Instant at) {
        var charter = charters.get(id, by);
        var signOff = meet(charter, seat, purpose, by, at);
        return signOffs.change(signOff.id(), by, seen, SignOffAction.VIEW, met -> met.view(by, at));
    }

    SignOff sign(
            UUID id, String seat, @Nullable Purpose purpose, Actor by, Login proof, Seen seen, Echo echo, Instant at) {
        var charter = charters.locked(id, by);
        var signOff = meet(charter, seat, purpose, by, at);
        try {
            signOff.requirePermitted(by, SignOffAction.SIGN);
            var signature = signature(charter, signOff, by, proof, at);
            boolean viewFirst = outcome.template(charter).viewBeforeSigning();
            var signed = signOffs.change(signOff.id(), by, seen, SignOffAction.SIGN, met -> {
                met.requirePossible(by, SignOffAction.SIGN);
                requireOpen(charter, met);
                return met.sign(by, echo, viewFirst, signature, done -> receipts.of(done, signature));
            });
            outcome.settle(charter, signed, by, at);
            return signed;
        } catch (RuleViolation refused) {
            if (refused.rule() instanceof SigningRule rule) {
                attempts.keep(by, signOff, rule.code(), at);
            }
            throw refused;
        }
    }

    private Signature signature(Charter charter, SignOff signOff, Actor by, Login proof, Instant at) {
        var seat = charter.roster().seat(signOff.asked().seat());
        OWN_SEAT.require(signOff.assignee() != null && signOff.assignee().equals(seat.person()));
        var forAnother = by.is(signOff.assignee()) ? null : signOff.assignee();
        Optional<Delegation> delegation = forAnother == null
                ? Optional.empty()
                : delegations
                        .by(
                                forAnother,
                                signOff.asked().purpose(),
                                days.calendar().dateOf(at))
                        .stream()
                        .filter(given -> by.is(given.delegate()))
                        .findFirst();
        if (forAnother != null) {
            DELEGATE_HOLDS_NO_SEAT.require(!charter.roster().includes(by));
            var limit = delegation.map(Delegation::moneyLimit).orElse(null);
            WITHIN_DELEGATION.require(limit == null
                    || charter.wording()
                            .content()
                            .budgeted()
                            .filter(sum -> !sum.currency().equals(limit.currency()) || sum.isMoreThan(limit))
                            .isEmpty());
        }
        var authenticated = login.require(by);
        ACCEPTANCE_NEEDS_ADOPTION.require(signOff.asked().purpose() != Purpose.ACCEPT || seat.holderIsBound());
        return new Signature(
                by.sub(),
                by.name(),
                forAnother,
                delegation.map(Delegation::id).orElse(null),
                signOff.asked().statement(),
                authenticated,
                proof.method(),
                at);
    }

    /** The round this sign-off belongs to is the one that is being signed. */
    private static void requireOpen(Charter charter, SignOff signOff) {
        var round = charter.rounds().current();
        switch (signOff.asked().purpose()) {
            case COMMIT, AMEND, ACCEPT ->
                SIGNING_IS_OPEN.require(round != null
                        && round.number() == signOff.asked().round()
                        && round.hash().equals(signOff.asked().hash()));
            case ADOPT ->
                SIGNING_IS_OPEN.require(
                        signOff.asked().hash().equals(charter.commitment().hash()));
            case RATIFY, EVALUATE -> {}
        }
    }

    SignOff decline(UUID id, String seat, @Nullable Purpose purpose, Actor by, Seen seen, String reason, Instant at) {
        var charter = charters.locked(id, by);
        var signOff = meet(charter, seat, purpose, by, at);
        var declined = signOffs.change(signOff.id(), by, seen, SignOffAction.DECLINE, met -> {
            met.requirePossible(by, SignOffAction.DECLINE);
            requireOpen(charter, met);
            return met.decline(by, reason, at);
        });
        switch (declined.asked().purpose()) {
            case COMMIT, AMEND, ACCEPT -> outcome.end(charter, by, Ending.DECLINED, reason, at);
            case ADOPT, RATIFY, EVALUATE -> {}
        }
        return declined;
    }
}
