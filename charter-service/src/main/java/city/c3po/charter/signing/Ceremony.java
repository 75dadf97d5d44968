package city.c3po.charter.signing;

import city.c3po.charter.charter.Charter;
import city.c3po.charter.charter.CharterAction;
import city.c3po.charter.charter.CharterContent;
import city.c3po.charter.charter.Charters;
import city.c3po.charter.charter.Ending;
import city.c3po.charter.charter.Purpose;
import city.c3po.charter.charter.Round;
import city.c3po.charter.charter.Seat;
import city.c3po.charter.project.CityDays;
import city.c3po.charter.template.Phase;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.rule.Seen;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is asked to sign, and who no longer is. Everything that ends a round locks the charter first and its sign-offs
 * after, as {@link SeatAnswers} do.
 */
@Singleton
public class Ceremony {
    static final int BUSINESS_DAYS = 15;

    private final Charters charters;
    private final SignOffs signOffs;
    private final CityDays days;

    Ceremony(Charters charters, SignOffs signOffs, CityDays days) {
        this.charters = charters;
        this.signOffs = signOffs;
        this.days = days;
    }

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
        var round = Objects.requireNonNull(charter.rounds().current());
        var held = charter.roster().seats().stream()
                .filter(seat -> seat.person() != null)
                .toList();
        var first = held.stream().map(Seat::phase).min(Phase::compareTo);
        for (var seat : held) {
            ask(charter, seat, round, first.filter(seat.phase()::equals).isPresent(), by, at);
        }
        return charter;
    }

    private void ask(Charter charter, Seat seat, Round round, boolean notify, Actor by, Instant at) {
        var request = new SigningRequest(by, charter, seat, round.purpose(), round.number(), round.of(), round.hash());
        signOffs.request(by, request, seat, notify, round.due(), at);
    }

    Charter recall(UUID id, Actor by, Seen seen, @Nullable String reason, Instant at) {
        var before = charters.locked(id, by);
        var round = before.rounds().current();
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
                        signOff.asked().seat().equals(seat) && signOff.status().isOpen())
                .forEach(signOff -> signOffs.conduct(
                        signOff,
                        by,
                        open -> open.asked().purpose() == Purpose.ADOPT ? open.withdraw(at) : open.reassign(null, at)));
        return charter;
    }

    Charter appoint(UUID id, String seat, String person, String basis, Actor by, Seen seen, Instant at) {
        var charter = charters.change(
                id, by, seen, CharterAction.APPOINT, found -> found.appoint(by, seat, person, basis, at));
        var held = charter.roster().seat(seat);
        var commitment = charter.commitment();
        var adoption = new SigningRequest(
                by,
                charter,
                held,
                Purpose.ADOPT,
                charter.rounds().count(),
                commitment.versionInForce(),
                commitment.hashInForce());
        signOffs.request(by, adoption, held, true, due(at), at);
        var round = charter.rounds().current();
        if (round != null) {
            var asked = signOffs.ofRound(id, round.number()).stream()
                    .filter(signOff -> signOff.asked().seat().equals(seat))
                    .toList();
            asked.stream()
                    .filter(signOff -> signOff.status().isOpen())
                    .forEach(signOff -> signOffs.conduct(signOff, by, open -> open.reassign(person, at)));
            if (asked.isEmpty()) {
                ask(charter, held, round, true, by, at);
            }
        }
        return charter;
    }
}
