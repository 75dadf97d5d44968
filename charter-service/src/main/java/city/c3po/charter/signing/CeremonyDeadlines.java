package city.c3po.charter.signing;

import city.c3po.charter.charter.Charters;
import city.c3po.charter.charter.Ending;
import city.c3po.charter.charter.Purpose;
import city.c3po.charter.project.CityDays;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.time.CityCalendar;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * What time does to sign-offs: a reminder on the fifth business day and on every second after it, escalation on the last
 * one, expiry after that. Each charter in a transaction of its own, under its lock, so that replicas and signers who come
 * at the same moment take turns.
 */
@Singleton
public class CeremonyDeadlines {
    private static final Logger LOG = Logger.getLogger(CeremonyDeadlines.class);
    /** Reads whatever is open, as whoever runs the office would. */
    private static final Actor CLOCK = new Actor(
            Actor.SYSTEM.sub(),
            Actor.SYSTEM.issuer(),
            Actor.SYSTEM.client(),
            Actor.SYSTEM.name(),
            Set.of(Roles.PORTFOLIO_MANAGER),
            Set.of(),
            Set.of(),
            Set.of(),
            null,
            null);

    private static final int FIRST_REMINDER = 5;
    private static final int EVERY = 2;

    private final EntityManager entities;
    private final Charters charters;
    private final SignOffs signOffs;
    private final RoundOutcome outcome;
    private final CityDays days;
    private final InstantSource clock;

    CeremonyDeadlines(
            EntityManager entities,
            Charters charters,
            SignOffs signOffs,
            RoundOutcome outcome,
            CityDays days,
            InstantSource clock) {
        this.entities = entities;
        this.charters = charters;
        this.signOffs = signOffs;
        this.outcome = outcome;
        this.days = days;
        this.clock = clock;
    }

    @Scheduled(
            every = "{c3po.ceremony.look-every}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void look() {
        look(clock.instant());
    }

    /** @param at what time it is */
    public void look(Instant at) {
        var open = QuarkusTransaction.requiringNew().call(() -> chartersWithOpenSignOffs(at));
        for (var charter : open) {
            try {
                QuarkusTransaction.requiringNew().run(() -> look(charter, at));
            } catch (RuntimeException e) {
                // one charter that cannot be looked at must not keep the others waiting
                LOG.errorf(e, "deadlines of a charter failed charter=%s", charter);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private List<UUID> chartersWithOpenSignOffs(Instant at) {
        return entities.createNativeQuery(
                        "select distinct charter from sign_off where status in ('PENDING', 'NOTIFIED', 'VIEWED') and created_at < :at",
                        UUID.class)
                .setParameter("at", at.atOffset(ZoneOffset.UTC))
                .getResultList();
    }

    private void look(UUID id, Instant at) {
        var calendar = days.calendar();
        var charter = charters.locked(id, CLOCK);
        var round = charter.rounds().current();
        if (round != null && at.isAfter(round.due())) {
            outcome.end(charter, CLOCK, Ending.EXPIRED, "Not signed by all within 15 business days", at);
        }
        for (var signOff : signOffs.ofCharter(id)) {
            if (signOff.status().isOpen()) {
                look(signOff, calendar, at);
            }
        }
    }

    private void look(SignOff signOff, CityCalendar calendar, Instant at) {
        var due = signOff.urging().due();
        if (due != null && at.isAfter(due)) {
            // what belongs to a round expires with it
            if (signOff.asked().purpose() == Purpose.ADOPT || signOff.asked().purpose() == Purpose.RATIFY) {
                escalateOnce(signOff, at);
            }
            return;
        }
        if (signOff.status() == SignOffStatus.PENDING) {
            return;
        }
        var today = calendar.dateOf(at);
        var next = FIRST_REMINDER + EVERY * signOff.urging().reminders();
        if (next < Ceremony.BUSINESS_DAYS) {
            if (!today.isBefore(calendar.dateOf(calendar.deadline(signOff.createdAt(), next)))) {
                signOffs.conduct(signOff, CLOCK, open -> open.remind(at));
            }
        } else if (due != null && today.equals(calendar.dateOf(due))) {
            escalateOnce(signOff, at);
        }
    }

    private void escalateOnce(SignOff signOff, Instant at) {
        if (!signOff.urging().escalated()) {
            signOffs.conduct(signOff, CLOCK, open -> open.escalate(at));
        }
    }
}
