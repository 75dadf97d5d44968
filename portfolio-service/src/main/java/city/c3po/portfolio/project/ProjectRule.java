package city.c3po.portfolio.project;

import static city.c3po.platform.rule.Kind.CONFLICT;
import static city.c3po.platform.rule.Kind.FORBIDDEN;
import static city.c3po.platform.rule.Kind.INVALID;

import city.c3po.platform.rule.Fault;
import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for projects and their gates. */
public enum ProjectRule implements Rule {
    PORTFOLIO_OFFICE_ONLY(FORBIDDEN, "Only a portfolio manager does this. Ask the portfolio office."),
    PPM_ONLY(FORBIDDEN, "Only the project's PPM does this."),
    PPM_OR_OFFICE(FORBIDDEN, "Only the project's PPM or a portfolio manager does this."),
    NAMED_APPROVER(FORBIDDEN, "Only an approver whom the gate names judges it."),
    JUDGES_NOT_THE_OWN_WORK(
            FORBIDDEN, "Nobody judges what they submitted, wrote or gave evidence for. Ask another approver."),
    SECOND_PERSON_ANSWERS(
            FORBIDDEN,
            "Whoever made the forecast does not answer what follows from it. Ask another portfolio manager."),
    SUITE_ONLY(FORBIDDEN, "This follows from an event or from a date; nobody does it by hand."),
    PPM_IS_NOT_SPONSOR(INVALID, "Sponsor and PPM are two persons. Name another one."),
    TIER_IS_FIXED(INVALID, "A tier is said at creation; after that only a reclassification changes it."),
    FINISH_AFTER_START(INVALID, "finish is not before start."),
    MONEY_NOT_NEGATIVE(INVALID, "An amount is zero or more."),
    SAME_CURRENCY(INVALID, "All amounts of a project are in one currency."),
    KNOWN_GATE_CRITERION(INVALID, "The gate has no such criterion. criteria of the gate lists them."),
    CHARTER_SAYS_IT(CONFLICT, "This criterion is met by the charter's own event, not by hand. See the charter."),
    CRITERION_MET_ONCE(CONFLICT, "The criterion is met already, with its evidence on record."),
    APPROVERS_NAMED(CONFLICT, "Nobody is named to judge this gate. Name its approvers first (name-approvers)."),
    ENOUGH_APPROVERS(INVALID, "At least one approver is named, each once, and no more are needed than are named."),
    GATE_NOT_IN_REVIEW(CONFLICT, "The gate is in review. Let its approvers judge it first."),
    GATE_IN_REVIEW(CONFLICT, "The gate is not in review. Submit it first (submit)."),
    GATE_TO_REVIEW(CONFLICT, "Only a gate that is CLOSED or HELD goes into review (gateState)."),
    GATE_GOES_ON(CONFLICT, "The gate is decided for good (gateState)."),
    JUDGED_ONCE(CONFLICT, "You have judged this gate already. It goes into review again when it is held or closes."),
    CRITERIA_MET(CONFLICT, "Some criteria are not met yet (unmet). Meet them, or open the gate on conditions."),
    MANDATORY_CRITERIA_MET(CONFLICT, "A mandatory criterion is not met (unmet); no condition stands in for it."),
    CONDITION_SAID(INVALID, "Opening on a condition says the condition (comment) and its day (due), which is to come."),
    REASON_SAID(INVALID, "Say why (comment)."),
    GATE_OPEN(CONFLICT, "The gate before this move is not open (gate, gateState). Have it judged first."),
    CHARTER_COMMITTED(CONFLICT, "No charter of this project is committed. Sign it first; planning begins after that."),
    CHARTER_ACCEPTED(
            CONFLICT, "The charter of this project is not accepted. Those who committed to it accept it first."),
    APPROACH_DECIDED(CONFLICT, "How it is delivered (approach) is decided before anything is procured. Say it first."),
    MADE_IN_HOUSE(CONFLICT, "Only in-house work skips procurement. Record the decision first (decide-in-house)."),
    IN_HOUSE_ONCE(CONFLICT, "It is decided already that this is made in-house."),
    RECLASSIFICATION_ANSWERED(
            CONFLICT,
            "The forecast put the project into a higher tier. A second person answers first"
                    + " (answer-reclassification)."),
    NOTHING_TO_ANSWER(CONFLICT, "No reclassification waits for an answer."),
    SPECIAL_REPORT_OWED(CONFLICT, "No special report is owed now."),
    ACTUAL_KNOWN(INVALID, "Nothing was posted for it yet, so say its cost."),
    ACTUAL_AS_POSTED(
            INVALID,
            "The finance system posted another amount (posted). Leave cost out, or have finance post a correction."),
    EXCEPTION_IN_FULL(
            INVALID,
            "An exception names its approver, its reason and a last day to come; compliance names none of these."),
    EXCEPTION_BY_ANOTHER(INVALID, "Nobody approves the exception that they record. Name another approver.");

    private final Kind kind;
    private final String sentence;

    ProjectRule(Kind kind, String sentence) {
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

    /** One of several faults that are told together. */
    Fault at(String pointer) {
        return new Fault(pointer, code(), sentence);
    }
}
