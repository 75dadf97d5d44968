package city.c3po.audit.recommendation;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** What the issuing body verified; the only table of its moves. */
public enum VerifiedStatus {
    NOT_IMPLEMENTED,
    PARTLY_IMPLEMENTED,
    IMPLEMENTED,
    CLOSED_NOT_IMPLEMENTED;

    Set<VerifiedStatus> next() {
        return switch (this) {
            case NOT_IMPLEMENTED -> EnumSet.of(PARTLY_IMPLEMENTED, IMPLEMENTED, CLOSED_NOT_IMPLEMENTED);
            case PARTLY_IMPLEMENTED -> EnumSet.of(NOT_IMPLEMENTED, IMPLEMENTED, CLOSED_NOT_IMPLEMENTED);
            case IMPLEMENTED, CLOSED_NOT_IMPLEMENTED -> EnumSet.of(NOT_IMPLEMENTED, PARTLY_IMPLEMENTED);
        };
    }

    public boolean open() {
        return switch (this) {
            case NOT_IMPLEMENTED, PARTLY_IMPLEMENTED -> true;
            case IMPLEMENTED, CLOSED_NOT_IMPLEMENTED -> false;
        };
    }

    /** What the verified elements say: none, some, all. */
    static VerifiedStatus of(Collection<Element> elements) {
        long verified = elements.stream().filter(Element::verified).count();
        if (verified == 0) {
            return NOT_IMPLEMENTED;
        }
        return verified == elements.size() ? IMPLEMENTED : PARTLY_IMPLEMENTED;
    }
}
