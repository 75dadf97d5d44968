package city.c3po.audit.verification;

import java.util.EnumSet;
import java.util.Set;

/** Where a verification stands; the only table of legal moves. */
public enum VerificationState {
    STARTED,
    ACCEPTED,
    MORE_EVIDENCE,
    REJECTED,
    WITHDRAWN;

    Set<VerificationState> next() {
        return switch (this) {
            case STARTED -> EnumSet.of(ACCEPTED, MORE_EVIDENCE, REJECTED, WITHDRAWN);
            case ACCEPTED, MORE_EVIDENCE, REJECTED, WITHDRAWN -> EnumSet.noneOf(VerificationState.class);
        };
    }
}
