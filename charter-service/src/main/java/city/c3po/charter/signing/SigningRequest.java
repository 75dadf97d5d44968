package city.c3po.charter.signing;

import city.c3po.charter.charter.Charter;
import city.c3po.charter.charter.Purpose;
import city.c3po.charter.charter.Seat;
import city.c3po.charter.charter.Statement;
import city.c3po.charter.template.Phase;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.value.Reference;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;

/** What a seat is asked to sign: one hash, in one round of one charter, for one purpose. It never changes. */
@Embeddable
class SigningRequest {
    @Column(updatable = false)
    private UUID charter;

    @Column(updatable = false)
    private String charterNumber;

    @Column(updatable = false)
    private int round;

    @Column(updatable = false)
    private String seat;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Purpose purpose;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Phase phase;

    @Column(updatable = false)
    private boolean mandatory;

    /** The version of the content, or the attempt of an acceptance. */
    @Column(updatable = false)
    private int of;

    @Column(updatable = false)
    private String hash;

    @Column(updatable = false)
    private String requestedBy;

    @SuppressWarnings("NullAway.Init")
    protected SigningRequest() {}

    SigningRequest(Actor by, Charter charter, Seat seat, Purpose purpose, int round, int of, String hash) {
        this.charter = charter.id();
        this.charterNumber = String.valueOf(charter.reference().number());
        this.round = round;
        this.seat = seat.key();
        this.purpose = purpose;
        this.phase = seat.phase();
        this.mandatory = seat.mandatory();
        this.of = of;
        this.hash = hash;
        this.requestedBy = by.sub();
    }

    /** What the signer declares. */
    String statement() {
        return Statement.of(purpose, charterNumber, of, seat);
    }

    /** What awaits the signer, in words. */
    String task() {
        return switch (purpose) {
            case COMMIT -> "Sign the commitment of " + charterNumber;
            case AMEND -> "Sign the amendment of " + charterNumber;
            case ADOPT -> "Adopt the commitment of " + charterNumber;
            case ACCEPT -> "Sign the acceptance of " + charterNumber;
            case RATIFY -> "Ratify what was signed for you on " + charterNumber;
            case EVALUATE -> "Sign the evaluation";
        };
    }

    String href() {
        var address = "/v1/charters/" + charter + "/sign-offs/" + seat;
        return switch (purpose) {
            case COMMIT, AMEND, ACCEPT, EVALUATE -> address;
            case ADOPT, RATIFY -> address + "?purpose=" + purpose;
        };
    }

    Reference charterReference() {
        return new Reference("charter", charter.toString(), charterNumber, "/v1/charters/" + charter);
    }

    UUID charter() {
        return charter;
    }

    int round() {
        return round;
    }

    String seat() {
        return seat;
    }

    Purpose purpose() {
        return purpose;
    }

    Phase phase() {
        return phase;
    }

    boolean mandatory() {
        return mandatory;
    }

    int of() {
        return of;
    }

    String hash() {
        return hash;
    }

    String by() {
        return requestedBy;
    }
}
