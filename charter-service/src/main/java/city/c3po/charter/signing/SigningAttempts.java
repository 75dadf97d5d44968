package city.c3po.charter.signing;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Journal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;

/** The refused attempts. */
@Singleton
class SigningAttempts extends Aggregates<SigningAttempt, UUID, SigningAttemptAction> {
    SigningAttempts(EntityManager entities, Journal journal) {
        super(SigningAttempt.class, entities, journal);
    }

    /** In a transaction of its own: that of the refused request is rolled back. */
    void keep(Actor by, SignOff signOff, String code, Instant at) {
        var attempt = new SigningAttempt(by, signOff, code, at);
        QuarkusTransaction.requiringNew().run(() -> add(attempt, by, SigningAttempt::refused));
    }
}
