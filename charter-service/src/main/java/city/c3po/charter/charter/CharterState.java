package city.c3po.charter.charter;

import java.util.EnumSet;
import java.util.Set;

/** Where a charter stands; the only table of its legal moves. */
public enum CharterState {
    /** Being written. */
    DRAFT,
    /** Handed in; reviewers may send it back with comments. */
    IN_REVIEW,
    /** Frozen; the seats are asked to sign it. */
    COMMITTING,
    /** In force: every mandatory seat signed. */
    COMMITTED,
    /** A new version is being signed; the old one is in force until all have. */
    AMENDING,
    /** What was delivered is compared with what was committed. */
    ACCEPTING,
    ACCEPTED,
    /** Accepted, with deferred criteria that are still open. */
    ACCEPTED_WITH_EXCEPTIONS,
    /** Failed, declined or expired; another attempt may follow. */
    NOT_ACCEPTED,
    CLOSED,
    CANCELLED;

    Set<CharterState> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(IN_REVIEW, CANCELLED);
            case IN_REVIEW -> EnumSet.of(DRAFT, COMMITTING, CANCELLED);
            case COMMITTING -> EnumSet.of(DRAFT, COMMITTED, CANCELLED);
            case COMMITTED -> EnumSet.of(AMENDING, ACCEPTING, CANCELLED);
            case AMENDING -> EnumSet.of(COMMITTED, CANCELLED);
            case ACCEPTING -> EnumSet.of(ACCEPTED, ACCEPTED_WITH_EXCEPTIONS, NOT_ACCEPTED, CANCELLED);
            case NOT_ACCEPTED -> EnumSet.of(ACCEPTING, CLOSED, CANCELLED);
            case ACCEPTED_WITH_EXCEPTIONS -> EnumSet.of(ACCEPTED);
            case ACCEPTED -> EnumSet.of(CLOSED);
            case CLOSED, CANCELLED -> EnumSet.noneOf(CharterState.class);
        };
    }

    /** Whether seats are asked to sign something at the moment. */
    public boolean isSigning() {
        return this == COMMITTING || this == AMENDING || this == ACCEPTING;
    }
}
