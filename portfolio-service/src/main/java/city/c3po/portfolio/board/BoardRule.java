package city.c3po.portfolio.board;

import static city.c3po.platform.rule.Kind.CONFLICT;
import static city.c3po.platform.rule.Kind.FORBIDDEN;
import static city.c3po.platform.rule.Kind.INVALID;

import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for boards, their meetings and their decisions. */
public enum BoardRule implements Rule {
    OFFICE_KEEPS_BOARDS(FORBIDDEN, "Only a portfolio manager keeps the list of a board's members."),
    SEAT_EXISTS(INVALID, "The board has no such seat (seats)."),
    TERM_IN_ORDER(INVALID, "A term ends on the day it begins or later."),
    SEAT_FREE(CONFLICT, "The seat is held in these days. End that term first (end-term)."),
    ONE_SEAT_EACH(CONFLICT, "A person holds one seat at a time."),
    ALTERNATE_IS_ANOTHER(INVALID, "A member's alternate is another person, and no member in these days."),
    SEAT_HELD(INVALID, "Nobody holds this seat on that day."),
    CHAIR_OR_OFFICE(FORBIDDEN, "Only who chairs the meeting, or a portfolio manager, does this."),
    CHAIR_ONLY(FORBIDDEN, "Only who holds the chair's seat, or stands in for them, does this."),
    MEMBER_OR_ALTERNATE(FORBIDDEN, "Only members of the board on the meeting's day, and their alternates, do this."),
    SEAT_NOT_TAKEN(CONFLICT, "Somebody attends for this seat already: either the member or the alternate."),
    ATTENDING(CONFLICT, "You do not attend this meeting. Attend it first (attend)."),
    MEETING_OPEN(CONFLICT, "The meeting is not open (meetingState)."),
    KNOWN_ITEM(INVALID, "The docket has no such item. docket of the meeting lists them."),
    ITEM_PENDING(CONFLICT, "The item is not pending any more (itemState)."),
    DOCKETED_ONCE(CONFLICT, "The initiative is on a docket already (meeting). One meeting decides it."),
    NOT_RECUSED(
            FORBIDDEN, "You are recused on this item: nobody takes part in what they wrote or declared a conflict in."),
    RECUSED_ONCE(CONFLICT, "You are recused on this item already."),
    QUORUM_REACHED(
            CONFLICT,
            "More than half of all seats must be present and not recused on this item (needed, counting). It is carried over"
                    + " otherwise."),
    MOTION_PUT(CONFLICT, "No motion is put on this item. Put one first (move)."),
    ONE_MOTION_AT_A_TIME(CONFLICT, "A motion is put already. Close its vote first (close-vote)."),
    VOTED_ONCE(CONFLICT, "Your seat has voted on this motion."),
    DEFERRAL_HAS_A_DAY(INVALID, "A deferral says until when (until), which is to come; other motions do not."),
    CONDITIONS_SAID(INVALID, "A conditional approval says its conditions; other motions have none."),
    MINUTES_BY_ANOTHER(FORBIDDEN, "Whoever adjourned the meeting does not approve its minutes. Ask another member."),
    KNOWN_RANKED_INITIATIVE(INVALID, "One of the initiatives is unknown, not scored yet, or turned down (initiative)."),
    RANKS_WITHOUT_HOLES(INVALID, "Ranks go from 1 to n, without a hole and without a duplicate (ranks)."),
    RANKED_ONCE(INVALID, "Each initiative is ranked once (initiative)."),
    DEVIATION_EXPLAINED(INVALID, "Ranks that deviate from the order of scores say why (initiatives)."),
    RANKS_NOT_THE_OWN(FORBIDDEN, "Nobody ranks what they wrote. Ask another member to chair.");

    private final Kind kind;
    private final String sentence;

    BoardRule(Kind kind, String sentence) {
        this.kind = kind;
        this.sentence = sentence;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String sentence() {
        return sentence;
    }
}
