package city.c3po.charter.signing;

import city.c3po.charter.charter.Purpose;
import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregate;
import city.c3po.platform.event.Uuid7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody tried to sign and was refused. A record of its own: written on the sign-off, it would give that another
 * version, and whoever tries often enough could keep the rightful signer from ever signing.
 */
@Entity
class SigningAttempt extends Aggregate<SigningAttemptAction> {
    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID charter;

    @Column(updatable = false)
    private String seat;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Purpose purpose;

    @Column(updatable = false)
    private String person;

    @Column(updatable = false)
    private String code;

    @Column(updatable = false)
    private Instant attemptedAt;

    @SuppressWarnings("NullAway.Init")
    protected SigningAttempt() {}

    SigningAttempt(Actor by, SignOff signOff, String code, Instant at) {
        this.id = Uuid7.next();
        this.charter = signOff.asked().charter();
        this.seat = signOff.asked().seat();
        this.purpose = signOff.asked().purpose();
        this.person = by.sub();
        this.code = code;
        this.attemptedAt = at;
    }

    List<SigningAttemptEvent> refused() {
        return List.of(new SigningAttemptEvent.Refused(charter, seat, purpose, person, code, attemptedAt));
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    protected Access access() {
        return Access.ANY_EMPLOYEE;
    }

    @Override
    protected SigningAttemptView state() {
        return SigningAttemptView.of(this);
    }

    @Override
    protected Set<SigningAttemptAction> actions() {
        return Set.of();
    }

    @Override
    protected boolean possible(SigningAttemptAction action) {
        return false;
    }

    @Override
    protected void permits(Actor by, SigningAttemptAction action) {}

    UUID charter() {
        return charter;
    }

    String seat() {
        return seat;
    }

    Purpose purpose() {
        return purpose;
    }

    String person() {
        return person;
    }

    String code() {
        return code;
    }

    Instant attemptedAt() {
        return attemptedAt;
    }
}
