package city.c3po.portfolio.initiative;

import java.util.EnumSet;
import java.util.Set;

/** Where an initiative stands; the only table of its legal moves. */
public enum InitiativeState {
    /** With the department, which writes or rewrites it. */
    DRAFT,
    /** With the office; triage still misses answers, or looks at it together with others. */
    SUBMITTED,
    /** Its class is known; the office routes it. */
    TRIAGED,
    /** Minor: the department runs it. */
    DELEGATED,
    /** Major: its PPM reviews it, and assessors mark it. */
    UNDER_REVIEW,
    /** Its score is known. */
    SCORED,
    /** The board decides. */
    ON_DOCKET,
    /** It becomes projects. */
    APPROVED,
    /** It becomes projects, and its conditions become criteria of their gates. */
    CONDITIONALLY_APPROVED,
    /** Not before a day; then it is docketed again. */
    DEFERRED,
    /** Not done, unless a later decision supersedes this one. */
    REJECTED,
    /** Its projects go on. */
    CONVERTED,
    /** Its projects are done. */
    CLOSED,
    /** Taken back by the department. */
    WITHDRAWN,
    /** The same as another one. */
    DUPLICATE,
    /** Goes on inside another one. */
    MERGED;

    /** A revision or an override that changes the class takes it back to TRIAGED or SUBMITTED, to be routed again. */
    Set<InitiativeState> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(SUBMITTED, WITHDRAWN);
            case SUBMITTED -> EnumSet.of(TRIAGED, DRAFT, WITHDRAWN, DUPLICATE, MERGED);
            case TRIAGED -> EnumSet.of(SUBMITTED, DELEGATED, UNDER_REVIEW, DRAFT, WITHDRAWN, DUPLICATE, MERGED);
            case DELEGATED -> EnumSet.of(SUBMITTED, TRIAGED, CONVERTED);
            case UNDER_REVIEW -> EnumSet.of(SUBMITTED, TRIAGED, SCORED, DRAFT, WITHDRAWN, DUPLICATE, MERGED);
            case SCORED -> EnumSet.of(SUBMITTED, TRIAGED, UNDER_REVIEW, ON_DOCKET, DRAFT, WITHDRAWN);
            case ON_DOCKET -> EnumSet.of(APPROVED, CONDITIONALLY_APPROVED, DEFERRED, REJECTED, DRAFT, WITHDRAWN);
            case APPROVED -> EnumSet.of(CONDITIONALLY_APPROVED, DEFERRED, REJECTED, CONVERTED);
            case CONDITIONALLY_APPROVED -> EnumSet.of(APPROVED, DEFERRED, REJECTED, CONVERTED);
            case DEFERRED -> EnumSet.of(ON_DOCKET);
            case REJECTED -> EnumSet.of(APPROVED, CONDITIONALLY_APPROVED, DEFERRED);
            case CONVERTED -> EnumSet.of(CLOSED);
            case CLOSED, WITHDRAWN, DUPLICATE, MERGED -> EnumSet.noneOf(InitiativeState.class);
        };
    }

    /** Whether it still goes somewhere: another one can be its duplicate or be merged into it. */
    boolean isLive() {
        return switch (this) {
            case DRAFT,
                    SUBMITTED,
                    TRIAGED,
                    DELEGATED,
                    UNDER_REVIEW,
                    SCORED,
                    ON_DOCKET,
                    APPROVED,
                    CONDITIONALLY_APPROVED,
                    DEFERRED,
                    REJECTED,
                    CONVERTED -> true;
            case CLOSED, WITHDRAWN, DUPLICATE, MERGED -> false;
        };
    }

    /** Whether the board can rank it: scored, and not turned down. */
    public boolean isRankable() {
        return switch (this) {
            case SCORED, ON_DOCKET, APPROVED, CONDITIONALLY_APPROVED, DEFERRED, CONVERTED -> true;
            case DRAFT, SUBMITTED, TRIAGED, DELEGATED, UNDER_REVIEW, REJECTED, CLOSED, WITHDRAWN, DUPLICATE, MERGED ->
                false;
        };
    }
}
