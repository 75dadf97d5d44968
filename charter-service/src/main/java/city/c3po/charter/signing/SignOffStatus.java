package city.c3po.charter.signing;

import java.util.EnumSet;
import java.util.Set;

/** Where a sign-off stands; the only table of its legal moves. */
public enum SignOffStatus {
    /** Its phase was not notified yet; whoever holds the seat may sign all the same. */
    PENDING,
    /** Its task was published. */
    NOTIFIED,
    VIEWED,
    SIGNED,
    DECLINED,
    EXPIRED,
    /** Asked no more: recalled, declined by another, or not needed any more. */
    WITHDRAWN;

    Set<SignOffStatus> next() {
        return switch (this) {
            case PENDING -> EnumSet.of(NOTIFIED, VIEWED, SIGNED, DECLINED, EXPIRED, WITHDRAWN);
            case NOTIFIED -> EnumSet.of(VIEWED, SIGNED, DECLINED, EXPIRED, WITHDRAWN);
            case VIEWED -> EnumSet.of(SIGNED, DECLINED, EXPIRED, WITHDRAWN);
            case SIGNED, DECLINED, EXPIRED, WITHDRAWN -> EnumSet.noneOf(SignOffStatus.class);
        };
    }

    boolean isOpen() {
        return !next().isEmpty();
    }
}
