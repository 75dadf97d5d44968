package city.c3po.audit.followup;

/** What became of a recommendation since the last cycle; the first that applies is its class, all are kept as flags. */
public enum DeltaClass {
    IMPLEMENTED,
    CLOSED,
    REGRESSED,
    REOPENED,
    NEW,
    ADVANCED,
    SLIPPED,
    REASSIGNED,
    UNCHANGED
}
