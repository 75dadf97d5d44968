package city.c3po.charter.signing;

import static city.c3po.charter.signing.SigningRule.ACCEPTANCE_NEEDS_ADOPTION;
import static city.c3po.charter.signing.SigningRule.DELEGATE_HOLDS_NO_SEAT;
import static city.c3po.charter.signing.SigningRule.OWN_SEAT;
import static city.c3po.charter.signing.SigningRule.SIGNING_IS_OPEN;
import static city.c3po.charter.signing.SigningRule.WITHIN_DELEGATION;

import city.c3po.charter.charter.Charter;
import city.c3po.charter.charter.CharterAction;
import city.c3po.charter.charter.CharterContent;
import city.c3po.charter.charter.Charters;
import city.c3po.charter.charter.Ending;
import city.c3po.charter.charter.Purpose;
import city.c3po.charter.charter.Round;
import city.c3po.charter.charter.Seat;
import city.c3po.charter.project.CityDays;
import city.c3po.charter.project.Tier;
import city.c3po.charter.template.CharterTemplates;
import city.c3po.charter.template.Phase;
import city.c3po.charter.template.TemplateText;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregates.Verb;
import city.c3po.platform.rule.RuleViolation;
import city.c3po.platform.rule.Seen;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is asked to sign, in which order, and what follows when they have or will not. Everything that ends or completes a
 * round locks the charter first and its sign-offs after, so that two signers of the last two seats see each other.
 */
@Singleton
public class Ceremony {
    static final int BUSINESS_DAYS = 15;
    private static final int CURE_DAYS = 20;
    private static final Duration RATIFICATION = Duration.ofDays(30);

    private final Charters charters;
    private final SignOffs signOffs;
    private final Delegations delegations;
    private final SigningAttempts attempts;
    private final CharterTemplates templates;
    private final Receipts receipts;
    private final CityDays days;
    private final FreshLogin login;

    Ceremony(
            Charters charters,
            SignOffs signOffs,
            Delegations delegations,
            SigningAttempts attempts,
            CharterTemplates templates,
            Receipts receipts,
            CityDays days,
            FreshLogin login) {
        this.charters = charters;
        this.signOffs = signOffs;
        this.delegations = delegations;
        this.attempts = attempts;
        this.templates = templates;
        this.receipts = receipts;
        this.days = days;
        this.login = login;
    }

    /** How the caller proved who they are: the token's acr. */
    record Login(@Nullable String method) {}

    Charter commit(UUID id, Actor by, Seen seen, Instant at) {
        var charter = charters.startCommitment(id, by, seen, due(at), at);
        return ask(charter, by, at);
    }

    Charter amend(UUID id, Actor by, Seen seen, CharterContent content, String reason, Instant at) {
        var charter = charters.startAmendment(id, by, seen, content, reason, due(at), at);
        return ask(charter, by, at);
    }

    public Instant due(Instant at) {
        return days.calendar().deadline(at, BUSINESS_DAYS);
    }

    /** A sign-off for each seat that somebody holds; those of the first phase are notified at once. */
    public Charter ask(Charter charter, Actor by, Instant at) {
        var round = Objects.requireNonNull(charter.round());
        var held =
                charter.seats().stream().filter(seat -> seat.person() != null).toList();
        var first = held.stream().map(Seat::phase).min(Phase::compareTo);
        for (var seat : held) {
            ask(charter, seat, round, first.filter(seat.phase()::equals).isPresent(), by, at);
        }
        return charter;
    }

    private void ask(Charter charter, Seat seat, Round round, boolean notify, Actor by, Instant at) {
        signOffs.request(
                by, charter, seat, round.purpose(), round.number(), round.of(), round.hash(), notify, round.due(), at);
    }

    /** The seat's sign-off as this caller meets it. */
    SignOff meet(Charter charter, String seat, @Nullable Purpose purpose, Actor by, Instant at) {
        charter.seat(seat);
        var signOff = signOffs.ofSeat(charter.id(), seat, purpose);
        var holder = signOff.assignee();
        if (holder == null || by.is(holder)) {
            return signOff;
        }
        var today = days.calendar().dateOf(at);
        var given = delegations.by(holder, signOff.purpose(), today);
        var delegates = given.stream().map(Delegation::delegate).collect(Collectors.toSet());
        boolean onward = delegates.stream()
                .flatMap(delegate -> delegations.by(delegate, signOff.purpose(), today).stream())
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
            var viewFirst = viewFirst(charter);
            var signed = signOffs.change(signOff.id(), by, seen, SignOffAction.SIGN, met -> {
                met.requirePossible(by, SignOffAction.SIGN);
                requireOpen(charter, met);
                return met.sign(by, echo, viewFirst, signature, done -> receipts.of(done, signature));
            });
            settle(charter, signed, by, at);
            return signed;
        } catch (RuleViolation refused) {
            if (refused.rule() instanceof SigningRule rule) {
                attempts.keep(by, signOff, rule.code(), at);
            }
            throw refused;
        }
    }

    private Signature signature(Charter charter, SignOff signOff, Actor by, Login proof, Instant at) {
        var seat = charter.seat(signOff.seat());
        OWN_SEAT.require(signOff.assignee() != null && signOff.assignee().equals(seat.person()));
        var forAnother = by.is(signOff.assignee()) ? null : signOff.assignee();
        Optional<Delegation> delegation = forAnother == null
                ? Optional.empty()
                : delegations.by(forAnother, signOff.purpose(), days.calendar().dateOf(at)).stream()
                        .filter(given -> by.is(given.delegate()))
                        .findFirst();
        if (forAnother != null) {
            DELEGATE_HOLDS_NO_SEAT.require(charter.seats().stream().noneMatch(held -> by.is(held.person())));
            var limit = delegation.map(Delegation::moneyLimit).orElse(null);
            WITHIN_DELEGATION.require(limit == null
                    || charter.content()
                            .budgeted()
                            .filter(sum -> !sum.currency().equals(limit.currency()) || sum.isMoreThan(limit))
                            .isEmpty());
        }
        var authenticated = login.require(by);
        ACCEPTANCE_NEEDS_ADOPTION.require(signOff.purpose() != Purpose.ACCEPT || seat.holderIsBound());
        return new Signature(
                by.sub(),
                by.name(),
                forAnother,
                delegation.map(Delegation::id).orElse(null),
                signOff.statement(),
                authenticated,
                proof.method(),
                at);
    }

    private boolean viewFirst(Charter charter) {
        return template(charter).viewBeforeSigning();
    }

    private TemplateText template(Charter charter) {
        return templates.of(UUID.fromString(charter.template().id())).text();
    }

    /** The round this sign-off belongs to is the one that is being signed. */
    private static void requireOpen(Charter charter, SignOff signOff) {
        var round = charter.round();
        switch (signOff.purpose()) {
            case COMMIT, AMEND, ACCEPT ->
                SIGNING_IS_OPEN.require(round != null
                        && round.number() == signOff.round()
                        && round.hash().equals(signOff.hash()));
            case ADOPT -> SIGNING_IS_OPEN.require(signOff.hash().equals(charter.committedHash()));
            case RATIFY, EVALUATE -> {}
        }
    }

    /** What follows from a signature: the next phase is notified, or everybody has signed. */
    private void settle(Charter charter, SignOff signed, Actor by, Instant at) {
        switch (signed.purpose()) {
            case ADOPT -> {
                var person = Objects.requireNonNull(signed.signature()).of();
                follow(charter, by, locked -> locked.adoptedBy(by, signed.seat(), person, at));
            }
            case COMMIT, AMEND, ACCEPT -> settleRound(charter, by, at);
            case RATIFY, EVALUATE -> {}
        }
    }

    private void settleRound(Charter charter, Actor by, Instant at) {
        var round = Objects.requireNonNull(charter.round());
        var asked = signOffs.ofRound(charter.id(), round.number());
        var open = asked.stream()
                .filter(signOff -> signOff.mandatory() && signOff.status() != SignOffStatus.SIGNED)
                .toList();
        boolean everySeatAsked = charter.seats().stream()
                .filter(Seat::mandatory)
                .allMatch(seat ->
                        asked.stream().anyMatch(signOff -> signOff.seat().equals(seat.key())));
        if (open.isEmpty() && everySeatAsked) {
            complete(charter, round, asked, by, at);
            return;
        }
        var template = template(charter);
        for (var phase : Phase.values()) {
            var ofPhase =
                    asked.stream().filter(signOff -> signOff.phase() == phase).toList();
            for (var signOff : ofPhase) {
                if (signOff.status() == SignOffStatus.PENDING) {
                    signOffs.conduct(signOff, by, pending -> pending.notified(at));
                }
            }
            if (!isComplete(template, phase, ofPhase)) {
                return;
            }
        }
    }

    /** All of its mandatory seats, or as many as the template's quorum says. */
    private static boolean isComplete(TemplateText template, Phase phase, List<SignOff> ofPhase) {
        long signed = ofPhase.stream()
                .filter(signOff -> signOff.status() == SignOffStatus.SIGNED)
                .count();
        return template.quorums().stream()
                .filter(quorum -> quorum.phase() == phase)
                .findFirst()
                .map(quorum -> signed >= Math.min(quorum.seats(), ofPhase.size()))
                .orElseGet(() -> ofPhase.stream()
                        .noneMatch(signOff -> signOff.mandatory() && signOff.status() != SignOffStatus.SIGNED));
    }

    private void complete(Charter charter, Round round, List<SignOff> asked, Actor by, Instant at) {
        for (var signOff : asked) {
            if (signOff.status().isOpen()) {
                signOffs.conduct(signOff, by, open -> open.withdraw(at));
            }
        }
        var signers = new HashMap<String, String>();
        for (var signOff : asked) {
            if (signOff.signature() != null) {
                signers.put(signOff.seat(), signOff.signature().of());
            }
        }
        if (round.purpose() == Purpose.ACCEPT) {
            var cure = days.calendar().dateOf(days.calendar().deadline(at, CURE_DAYS));
            follow(charter, by, locked -> locked.acceptanceSigned(by, signers, cure, at));
            askToRatify(charter, asked, by, at);
            return;
        }
        if (round.purpose() == Purpose.AMEND) {
            supersedeBut(charter, round.hash(), by, at);
        }
        follow(charter, by, locked -> locked.commitmentSigned(by, signers, at));
    }

    /** The former version's signatures are kept, and marked. */
    private void supersedeBut(Charter charter, String hash, Actor by, Instant at) {
        signOffs.ofCharter(charter.id()).stream()
                .filter(signOff -> signOff.status() == SignOffStatus.SIGNED
                        && !signOff.superseded()
                        && Set.of(Purpose.COMMIT, Purpose.AMEND, Purpose.ADOPT).contains(signOff.purpose())
                        && !signOff.hash().equals(hash))
                .forEach(signOff -> signOffs.conduct(signOff, by, former -> former.supersede(at)));
    }

    /** What a delegate accepted of a MAJOR charter, its principal confirms. */
    private void askToRatify(Charter charter, List<SignOff> asked, Actor by, Instant at) {
        if (charter.tier() != Tier.MAJOR) {
            return;
        }
        for (var signOff : asked) {
            if (signOff.signature() != null && signOff.signature().onBehalfOf() != null) {
                signOffs.request(
                        by,
                        charter,
                        charter.seat(signOff.seat()),
                        Purpose.RATIFY,
                        signOff.round(),
                        signOff.of(),
                        signOff.hash(),
                        true,
                        at.plus(RATIFICATION),
                        at);
            }
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
        switch (declined.purpose()) {
            case COMMIT, AMEND, ACCEPT -> end(charter, by, Ending.DECLINED, reason, at);
            case ADOPT, RATIFY, EVALUATE -> {}
        }
        return declined;
    }

    Charter recall(UUID id, Actor by, Seen seen, @Nullable String reason, Instant at) {
        var before = charters.locked(id, by);
        var round = before.round();
        var asked = round == null ? List.<SignOff>of() : signOffs.ofRound(id, round.number());
        var told = SignOffs.signers(asked).stream().toList();
        var recalled = charters.change(
                id,
                by,
                seen,
                CharterAction.RECALL,
                charter -> charter.endSigning(by, Ending.RECALLED, reason, told, null, at));
        signOffs.withdrawOpen(asked, by, at);
        return recalled;
    }

    /** Out of time, or declined: nobody is asked any more. The charter is locked. */
    void end(Charter charter, Actor by, Ending cause, @Nullable String reason, Instant at) {
        var round = Objects.requireNonNull(charter.round());
        var asked = signOffs.ofRound(charter.id(), round.number());
        var told = Stream.concat(
                        SignOffs.signers(asked).stream(), asked.stream().map(SignOff::requestedBy))
                .distinct()
                .toList();
        var cure = days.calendar().dateOf(days.calendar().deadline(at, CURE_DAYS));
        for (var signOff : asked) {
            if (cause == Ending.EXPIRED && signOff.status().isOpen()) {
                signOffs.conduct(signOff, by, open -> open.expire(at));
            }
        }
        signOffs.withdrawOpen(asked, by, at);
        follow(charter, by, locked -> locked.endSigning(by, cause, reason, told, cure, at));
    }

    Charter cancel(UUID id, Actor by, Seen seen, String reason, Instant at) {
        charters.locked(id, by);
        var cancelled = charters.change(id, by, seen, CharterAction.CANCEL, charter -> charter.cancel(by, reason, at));
        signOffs.ofCharter(id).stream()
                .filter(signOff -> signOff.status().isOpen())
                .forEach(signOff -> signOffs.conduct(signOff, by, open -> open.withdraw(at)));
        return cancelled;
    }

    /** Whoever left is asked no more; the open sign-off waits for the successor. */
    Charter vacate(UUID id, String seat, Seat.Vacancy why, Actor by, Seen seen, Instant at) {
        charters.locked(id, by);
        var charter =
                charters.change(id, by, seen, CharterAction.VACATE_SEAT, found -> found.vacateSeat(by, seat, why, at));
        signOffs.ofCharter(id).stream()
                .filter(signOff ->
                        signOff.seat().equals(seat) && signOff.status().isOpen())
                .forEach(signOff -> signOffs.conduct(
                        signOff,
                        by,
                        open -> open.purpose() == Purpose.ADOPT ? open.withdraw(at) : open.reassign(null, at)));
        return charter;
    }

    Charter appoint(UUID id, String seat, String person, String basis, Actor by, Seen seen, Instant at) {
        var charter = charters.change(
                id, by, seen, CharterAction.APPOINT, found -> found.appoint(by, seat, person, basis, at));
        signOffs.request(
                by,
                charter,
                charter.seat(seat),
                Purpose.ADOPT,
                charter.roundCount(),
                Objects.requireNonNull(charter.committedVersion()),
                Objects.requireNonNull(charter.committedHash()),
                true,
                due(at),
                at);
        var round = charter.round();
        if (round != null) {
            var asked = signOffs.ofRound(id, round.number()).stream()
                    .filter(signOff -> signOff.seat().equals(seat))
                    .toList();
            asked.stream()
                    .filter(signOff -> signOff.status().isOpen())
                    .forEach(signOff -> signOffs.conduct(signOff, by, open -> open.reassign(person, at)));
            if (asked.isEmpty()) {
                ask(charter, charter.seat(seat), round, true, by, at);
            }
        }
        return charter;
    }

    private void follow(Charter charter, Actor by, Verb<Charter> verb) {
        charters.change(charter.id(), by, Seen.whatever(), CharterAction.FOLLOW_SIGNATURES, verb);
    }
}
