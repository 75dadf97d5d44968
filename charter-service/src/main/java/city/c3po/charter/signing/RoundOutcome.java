package city.c3po.charter.signing;

import city.c3po.charter.charter.Charter;
import city.c3po.charter.charter.CharterAction;
import city.c3po.charter.charter.Charters;
import city.c3po.charter.charter.Ending;
import city.c3po.charter.charter.Purpose;
import city.c3po.charter.charter.Round;
import city.c3po.charter.project.CityDays;
import city.c3po.charter.project.Tier;
import city.c3po.charter.template.CharterTemplates;
import city.c3po.charter.template.TemplateText;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregates.Verb;
import city.c3po.platform.rule.Seen;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What follows when seats have signed, will not, or run out of time. The charter is locked by whoever asks. */
@Singleton
class RoundOutcome {
    private static final int CURE_DAYS = 20;
    private static final Duration RATIFICATION = Duration.ofDays(30);

    private final Charters charters;
    private final SignOffs signOffs;
    private final CharterTemplates templates;
    private final CityDays days;

    RoundOutcome(Charters charters, SignOffs signOffs, CharterTemplates templates, CityDays days) {
        this.charters = charters;
        this.signOffs = signOffs;
        this.templates = templates;
        this.days = days;
    }

    TemplateText template(Charter charter) {
        return templates.of(UUID.fromString(charter.template().id())).text();
    }

    /** What follows from a signature: the next phase is notified, or everybody has signed. */
    void settle(Charter charter, SignOff signed, Actor by, Instant at) {
        switch (signed.asked().purpose()) {
            case ADOPT -> {
                var person = Objects.requireNonNull(signed.answer().signature()).of();
                follow(
                        charter,
                        by,
                        locked -> locked.adoptedBy(by, signed.asked().seat(), person, at));
            }
            case COMMIT, AMEND, ACCEPT -> settleRound(charter, by, at);
            case RATIFY, EVALUATE -> {}
        }
    }

    private void settleRound(Charter charter, Actor by, Instant at) {
        var round = Objects.requireNonNull(charter.rounds().current());
        var asked = signOffs.ofRound(charter.id(), round.number());
        var progress = new RoundProgress(template(charter), charter.roster().seats(), asked);
        if (progress.isOver()) {
            complete(charter, round, asked, by, at);
            return;
        }
        for (var signOff : progress.toNotify()) {
            signOffs.conduct(signOff, by, pending -> pending.notified(at));
        }
    }

    private void complete(Charter charter, Round round, List<SignOff> asked, Actor by, Instant at) {
        for (var signOff : asked) {
            if (signOff.status().isOpen()) {
                signOffs.conduct(signOff, by, open -> open.withdraw(at));
            }
        }
        var signers = new HashMap<String, String>();
        for (var signOff : asked) {
            var signature = signOff.answer().signature();
            if (signature != null) {
                signers.put(signOff.asked().seat(), signature.of());
            }
        }
        if (round.purpose() == Purpose.ACCEPT) {
            var cure = cureUntil(at);
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
                        && Set.of(Purpose.COMMIT, Purpose.AMEND, Purpose.ADOPT)
                                .contains(signOff.asked().purpose())
                        && !signOff.asked().hash().equals(hash))
                .forEach(signOff -> signOffs.conduct(signOff, by, former -> former.supersede(at)));
    }

    /** What a delegate accepted of a MAJOR charter, its principal confirms. */
    private void askToRatify(Charter charter, List<SignOff> asked, Actor by, Instant at) {
        if (charter.tier() != Tier.MAJOR) {
            return;
        }
        for (var signOff : asked) {
            var signature = signOff.answer().signature();
            if (signature != null && signature.onBehalfOf() != null) {
                var accepted = signOff.asked();
                var seat = charter.roster().seat(accepted.seat());
                var ratification = new SigningRequest(
                        by, charter, seat, Purpose.RATIFY, accepted.round(), accepted.of(), accepted.hash());
                signOffs.request(by, ratification, seat, true, at.plus(RATIFICATION), at);
            }
        }
    }

    /** Out of time, or declined: nobody is asked any more. The charter is locked. */
    void end(Charter charter, Actor by, Ending cause, @Nullable String reason, Instant at) {
        var round = Objects.requireNonNull(charter.rounds().current());
        var asked = signOffs.ofRound(charter.id(), round.number());
        var told = Stream.concat(
                        SignOffs.signers(asked).stream(),
                        asked.stream().map(signOff -> signOff.asked().by()))
                .distinct()
                .toList();
        var cure = cureUntil(at);
        for (var signOff : asked) {
            if (cause == Ending.EXPIRED && signOff.status().isOpen()) {
                signOffs.conduct(signOff, by, open -> open.expire(at));
            }
        }
        signOffs.withdrawOpen(asked, by, at);
        follow(charter, by, locked -> locked.endSigning(by, cause, reason, told, cure, at));
    }

    /** After a failed attempt: by when it is to be cured. */
    private LocalDate cureUntil(Instant at) {
        var calendar = days.calendar();
        return calendar.dateOf(calendar.deadline(at, CURE_DAYS));
    }

    private void follow(Charter charter, Actor by, Verb<Charter> verb) {
        charters.change(charter.id(), by, Seen.whatever(), CharterAction.FOLLOW_SIGNATURES, verb);
    }
}
