package city.c3po.inventory.source;

import java.util.EnumSet;
import java.util.Set;

/** Whether a source's claims count. */
public enum SourceState {
    ACTIVE,
    /** Its claims are kept and count for nothing. */
    WITHDRAWN;

    Set<SourceState> next() {
        return switch (this) {
            case ACTIVE -> EnumSet.of(WITHDRAWN);
            case WITHDRAWN -> EnumSet.of(ACTIVE);
        };
    }
}
