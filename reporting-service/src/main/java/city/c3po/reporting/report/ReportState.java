package city.c3po.reporting.report;

import java.util.EnumSet;
import java.util.Set;

/** The life of a report; the only table of its legal moves. */
public enum ReportState {
    /** Has its dates. */
    SCHEDULED,
    /** Facts come in; the office looks after them. */
    COLLECTING,
    /** Its figures stand. */
    FROZEN,
    /** A second person reads it. */
    IN_REVIEW,
    /** The public has it. */
    PUBLISHED,
    /** A corrected one takes its place. */
    SUPERSEDED,
    /** Taken back; its number, its hash and the reason remain. */
    WITHDRAWN,
    /** There was no meeting. */
    CANCELLED;

    Set<ReportState> next() {
        return switch (this) {
            case SCHEDULED -> EnumSet.of(COLLECTING, CANCELLED);
            case COLLECTING -> EnumSet.of(FROZEN, CANCELLED);
            // back to collecting: frozen anew it is the next revision
            case FROZEN -> EnumSet.of(IN_REVIEW, COLLECTING, CANCELLED);
            case IN_REVIEW -> EnumSet.of(PUBLISHED, COLLECTING, CANCELLED);
            case PUBLISHED -> EnumSet.of(SUPERSEDED, WITHDRAWN);
            case SUPERSEDED, WITHDRAWN, CANCELLED -> EnumSet.noneOf(ReportState.class);
        };
    }

    boolean allows(ReportAction action) {
        return switch (action) {
            case SCHEDULE -> false;
            case EDIT -> this == SCHEDULED || this == COLLECTING;
            case COLLECT -> this == SCHEDULED;
            case FREEZE -> this == COLLECTING;
            case REVIEW -> this == FROZEN;
            case RETURN -> this == FROZEN || this == IN_REVIEW;
            case PUBLISH -> this == IN_REVIEW;
            case SUPERSEDE, WITHDRAW -> this == PUBLISHED;
            case CANCEL -> next().contains(CANCELLED);
        };
    }

    /** Whether the public may know that there is, or was, such a report. */
    public boolean wasPublished() {
        return switch (this) {
            case PUBLISHED, SUPERSEDED, WITHDRAWN -> true;
            case SCHEDULED, COLLECTING, FROZEN, IN_REVIEW, CANCELLED -> false;
        };
    }
}
