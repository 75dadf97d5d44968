package city.c3po.reporting.report;

import static city.c3po.platform.rule.Kind.CONFLICT;
import static city.c3po.platform.rule.Kind.FORBIDDEN;
import static city.c3po.platform.rule.Kind.GONE;
import static city.c3po.platform.rule.Kind.INVALID;

import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** Everything that must hold for a report. */
enum ReportRule implements Rule {
    OFFICE_REPORTS(FORBIDDEN, "The portfolio office makes reports. Ask a portfolio manager."),
    OFFICE_OR_CLERK(FORBIDDEN, "The portfolio office does this, or a clerk of the report's body. Ask one of them."),
    SECOND_PERSON_PUBLISHES(
            FORBIDDEN,
            "Nobody publishes a report that they froze themselves. Ask a second person of the office, or the clerk."),
    MEETING_AFTER_CUT_OFF(INVALID, "The meeting is on or after the day of the cut-off. Correct one of the two."),
    CUT_OFF_PASSED(CONFLICT, "The cut-off has not passed yet. Freeze after it, or move it."),
    ROLL_FORWARD_BALANCES(
            CONFLICT,
            "What was open, what came and what went do not add up to what is open. rows names where; an operator finds out why."),
    CHAIN_HOLDS(
            CONFLICT,
            "Another report of this body was published or taken back since this one was frozen. Return it and freeze it anew."),
    REPORT_FROZEN(CONFLICT, "The report has no figures yet. Read it once it is frozen."),
    REPORT_WITHDRAWN(GONE, "This report was taken back. reason says why; the archive has the others.");

    private final Kind kind;
    private final String sentence;

    ReportRule(Kind kind, String sentence) {
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
