package city.c3po.charter.signing;

import city.c3po.charter.charter.Purpose;
import city.c3po.charter.charter.Seat;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Journal;
import city.c3po.platform.rule.Convention;
import city.c3po.platform.rule.Seen;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sign-offs. */
@Singleton
class SignOffs extends Aggregates<SignOff, UUID, SignOffAction> {
    private static final Set<Purpose> ROUNDS = Set.of(Purpose.COMMIT, Purpose.AMEND, Purpose.ACCEPT);

    SignOffs(EntityManager entities, Journal journal) {
        super(SignOff.class, entities, journal);
    }

    SignOff request(Actor by, SigningRequest asked, Seat seat, boolean notify, @Nullable Instant due, Instant at) {
        var fresh = new SignOff(asked, seat.person(), due, at);
        return add(fresh, by, signOff -> signOff.request(notify, at));
    }

    /** The last one that the seat was asked for, in the rounds or for one purpose. */
    SignOff ofSeat(UUID charter, String seat, @Nullable Purpose purpose) {
        var purposes = purpose == null ? ROUNDS : Set.of(purpose);
        return entities()
                .createQuery(
                        "from SignOff where request.charter = :charter and request.seat = :seat and request.purpose in (:purposes) order by createdAt desc, id desc",
                        SignOff.class)
                .setParameter("charter", charter)
                .setParameter("seat", seat)
                .setParameter("purposes", purposes)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElseThrow(Convention.NOT_FOUND::violated);
    }

    List<SignOff> ofRound(UUID charter, int round) {
        return entities()
                .createQuery(
                        "from SignOff where request.charter = :charter and request.round = :round and request.purpose in (:rounds) order by id",
                        SignOff.class)
                .setParameter("charter", charter)
                .setParameter("round", round)
                .setParameter("rounds", ROUNDS)
                .getResultList();
    }

    /** Oldest first. */
    List<SignOff> ofCharter(UUID charter) {
        return entities()
                .createQuery("from SignOff where request.charter = :charter order by createdAt, id", SignOff.class)
                .setParameter("charter", charter)
                .getResultList();
    }

    Optional<SignOff> byReceipt(String sha256) {
        return entities()
                .createQuery("from SignOff where answer.receiptSha256 = :hash", SignOff.class)
                .setParameter("hash", sha256)
                .getResultStream()
                .findFirst();
    }

    /** Whether it is the receipt of a final evaluation. */
    boolean isOfEvaluation(String sha256) {
        return !entities()
                .createNativeQuery("select 1 from evaluation where receipt_sha256 = :hash", Integer.class)
                .setParameter("hash", sha256)
                .getResultList()
                .isEmpty();
    }

    /** What the ceremony does to a sign-off by itself; the charter's lock is held. */
    SignOff conduct(SignOff signOff, Actor by, Verb<SignOff> verb) {
        return change(signOff.id(), by, Seen.whatever(), SignOffAction.CONDUCT, verb);
    }

    void withdrawOpen(List<SignOff> round, Actor by, Instant at) {
        for (var signOff : round) {
            if (signOff.status().isOpen()) {
                conduct(signOff, by, open -> open.withdraw(at));
            } else if (signOff.status() == SignOffStatus.SIGNED) {
                conduct(signOff, by, signed -> signed.supersede(at));
            }
        }
    }

    static Set<String> signers(List<SignOff> round) {
        return round.stream()
                .map(signOff -> signOff.answer().signature())
                .filter(signature -> signature != null)
                .map(Signature::signer)
                .collect(Collectors.toSet());
    }
}
