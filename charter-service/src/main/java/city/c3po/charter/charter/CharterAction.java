package city.c3po.charter.charter;

import static city.c3po.charter.charter.CharterState.ACCEPTED;
import static city.c3po.charter.charter.CharterState.ACCEPTED_WITH_EXCEPTIONS;
import static city.c3po.charter.charter.CharterState.ACCEPTING;
import static city.c3po.charter.charter.CharterState.AMENDING;
import static city.c3po.charter.charter.CharterState.COMMITTED;
import static city.c3po.charter.charter.CharterState.COMMITTING;
import static city.c3po.charter.charter.CharterState.DRAFT;
import static city.c3po.charter.charter.CharterState.IN_REVIEW;
import static city.c3po.charter.charter.CharterState.NOT_ACCEPTED;

import city.c3po.platform.event.Action;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Set;

/** What can be done to a charter, by which side, and from which states. */
public enum CharterAction implements Action {
    EDIT(Side.AUTHORS, DRAFT),
    UPGRADE_TEMPLATE(Side.AUTHORS, DRAFT),
    ASSIGN_SEAT(Side.AUTHORS, DRAFT, IN_REVIEW),
    SUBMIT(Side.AUTHORS, DRAFT),
    RETURN(Side.REVIEWERS, IN_REVIEW),
    COMMIT(Side.AUTHORS, IN_REVIEW),
    RECALL(Side.AUTHORS, Asking.NOW, COMMITTING, AMENDING, ACCEPTING),
    AMEND(Side.AUTHORS, COMMITTED),
    VACATE_SEAT(Side.AUTHORS, COMMITTED, ACCEPTING, NOT_ACCEPTED, ACCEPTED_WITH_EXCEPTIONS),
    APPOINT(Side.AUTHORS, COMMITTED, ACCEPTING, NOT_ACCEPTED, ACCEPTED_WITH_EXCEPTIONS),
    START_ACCEPTANCE(Side.AUTHORS, COMMITTED, NOT_ACCEPTED),
    ASSESS(Side.AUTHORS_AND_SPONSOR, Asking.NOT_NOW, ACCEPTING),
    STATE_DELIVERY(Side.AUTHORS, Asking.NOT_NOW, ACCEPTING),
    RESOLVE(Side.AUTHORS_AND_OWNERS, ACCEPTED_WITH_EXCEPTIONS),
    TERMINATE(Side.AUTHORS, NOT_ACCEPTED),
    CLOSE(Side.AUTHORS, ACCEPTED),
    CANCEL(Side.AUTHORS, DRAFT, IN_REVIEW, COMMITTING, COMMITTED, AMENDING, ACCEPTING, NOT_ACCEPTED),
    RECORD_SESSION(Side.AUTHORS, DRAFT, IN_REVIEW, COMMITTED, ACCEPTING, NOT_ACCEPTED),
    RECORD_DECISION(
            Side.AUTHORS,
            DRAFT,
            IN_REVIEW,
            COMMITTING,
            COMMITTED,
            AMENDING,
            ACCEPTING,
            NOT_ACCEPTED,
            ACCEPTED_WITH_EXCEPTIONS),
    /** What follows from signatures, refusals and deadlines of its sign-offs; nobody asks for it by itself. */
    FOLLOW_SIGNATURES(
            Side.NOBODY, COMMITTING, COMMITTED, AMENDING, ACCEPTING, NOT_ACCEPTED, ACCEPTED_WITH_EXCEPTIONS, ACCEPTED),
    /** What follows from portfolio's events; nobody asks for it by itself. */
    FOLLOW_PROJECT(
            Side.NOBODY,
            DRAFT,
            IN_REVIEW,
            COMMITTING,
            COMMITTED,
            AMENDING,
            ACCEPTING,
            NOT_ACCEPTED,
            ACCEPTED_WITH_EXCEPTIONS,
            ACCEPTED);

    enum Side {
        AUTHORS,
        /** Who alone may waive a criterion. */
        AUTHORS_AND_SPONSOR,
        /** Those too who settle a deferred criterion. */
        AUTHORS_AND_OWNERS,
        REVIEWERS,
        NOBODY
    }

    /** Whether seats are asked to sign something at the moment. */
    private enum Asking {
        NOW,
        NOT_NOW,
        EITHER
    }

    private final Side side;
    private final Asking asking;
    private final Set<CharterState> from;

    CharterAction(Side side, CharterState... from) {
        this(side, Asking.EITHER, from);
    }

    CharterAction(Side side, Asking asking, CharterState... from) {
        this.side = side;
        this.asking = asking;
        this.from = Set.of(from);
    }

    Side side() {
        return side;
    }

    /** @param signing whether seats are asked to sign something at the moment */
    boolean isPossible(CharterState state, boolean signing) {
        return from.contains(state)
                && switch (asking) {
                    case NOW -> signing;
                    case NOT_NOW -> !signing;
                    case EITHER -> true;
                };
    }

    // said again here, because the OpenAPI scanner reads the values of an enum from its own methods only
    @Override
    @JsonValue
    public String verb() {
        return Action.super.verb();
    }
}
