package city.c3po.audit.recommendation;

import java.util.EnumSet;
import java.util.Set;

/** What the department says of its implementation; the only table of its moves. */
public enum ManagementStatus {
    NOT_STARTED("Not Started"),
    PLANNED("Planned"),
    ACTIVE_INITIATIVE("Active Initiative"),
    NEARLY_IMPLEMENTED("Nearly Implemented"),
    CLAIMED_IMPLEMENTED("Implemented"),
    ALTERNATIVE_PROPOSED("Alternative Proposed"),
    WILL_NOT_IMPLEMENT("Will Not Implement");

    private final String label;

    ManagementStatus(String label) {
        this.label = label;
    }

    /** The city's word for it. */
    public String label() {
        return label;
    }

    /** One step forward at a time; back as far as need be, with a reason; out at the side, and back from there. */
    Set<ManagementStatus> next() {
        return switch (this) {
            case NOT_STARTED -> EnumSet.of(PLANNED, ALTERNATIVE_PROPOSED, WILL_NOT_IMPLEMENT);
            case PLANNED -> EnumSet.of(NOT_STARTED, ACTIVE_INITIATIVE, ALTERNATIVE_PROPOSED, WILL_NOT_IMPLEMENT);
            case ACTIVE_INITIATIVE ->
                EnumSet.of(NOT_STARTED, PLANNED, NEARLY_IMPLEMENTED, ALTERNATIVE_PROPOSED, WILL_NOT_IMPLEMENT);
            case NEARLY_IMPLEMENTED ->
                EnumSet.of(
                        NOT_STARTED,
                        PLANNED,
                        ACTIVE_INITIATIVE,
                        CLAIMED_IMPLEMENTED,
                        ALTERNATIVE_PROPOSED,
                        WILL_NOT_IMPLEMENT);
            case CLAIMED_IMPLEMENTED -> EnumSet.of(NOT_STARTED, PLANNED, ACTIVE_INITIATIVE, NEARLY_IMPLEMENTED);
            case ALTERNATIVE_PROPOSED, WILL_NOT_IMPLEMENT -> EnumSet.of(NOT_STARTED, PLANNED);
        };
    }

    /** Whether moving there takes back something that was said, and therefore a reason. */
    boolean isBackTo(ManagementStatus other) {
        return ordinal() > other.ordinal();
    }

    /** Where stepping back may lead from here. */
    Set<ManagementStatus> before() {
        var back = EnumSet.copyOf(next());
        back.removeIf(other -> !isBackTo(other));
        return back;
    }

    boolean isProgressFrom(ManagementStatus former) {
        return ordinal() > former.ordinal() && ordinal() <= CLAIMED_IMPLEMENTED.ordinal();
    }
}
