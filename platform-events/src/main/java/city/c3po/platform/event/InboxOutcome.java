package city.c3po.platform.event;

import java.util.Locale;

/** What became of a record. */
enum InboxOutcome {
    TAKEN,
    /** Beside TAKEN: its source had said that all of this time was sent. Never, or completeThrough promises too much. */
    LATE,
    /** Taken before, or of an epoch that is over. */
    DROPPED,
    /** Of a type that does not concern this service. */
    IGNORED,
    /** Waits for the version before it. */
    HELD,
    /** Waits for an operator. */
    PARKED,
    /** A watermark. */
    MARKED;

    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
