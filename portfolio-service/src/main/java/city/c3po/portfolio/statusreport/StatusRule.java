package city.c3po.portfolio.statusreport;

import static city.c3po.platform.rule.Kind.CONFLICT;
import static city.c3po.platform.rule.Kind.FORBIDDEN;
import static city.c3po.platform.rule.Kind.INVALID;

import city.c3po.platform.rule.Fault;
import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for status reports and what follows from them. */
public enum StatusRule implements Rule {
    END_OF_PERIOD(INVALID, "A period ends with a month, for a project of the tier LITE with a quarter, and has begun."),
    REPORTED_IN_ORDER(
            CONFLICT,
            "Periods are reported in order: an earlier report is a draft still, or a later one is there (other)."),
    DIMENSION_ONCE(INVALID, "Each dimension is said once."),
    STALE_IS_NOT_SAID(INVALID, "STALE is what becomes of a report that does not come; nobody reports it."),
    REASON_FOR_DIVERGENCE(INVALID, "A reported colour that is not the computed one needs a reason."),
    COLOUR_KNOWN(INVALID, "The figures give no colour yet, so say one (reported)."),
    RED_HAS_PLAN(INVALID, "A red report opens a response plan, and the project has none open. Say one (responsePlan)."),
    PLAN_ENDS_AFTER_START(INVALID, "due is not before start."),
    EXPLAINED_BY_ANOTHER(
            FORBIDDEN, "A divergence is found explained by the sponsor or a portfolio manager who did not report it."),
    PLAN_OWNER_OR_LEADER(FORBIDDEN, "Only the plan's owner, the project's PPM or a portfolio manager does this.");

    private final Kind kind;
    private final String sentence;

    StatusRule(Kind kind, String sentence) {
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

    Fault at(String pointer) {
        return new Fault(pointer, code(), sentence);
    }
}
