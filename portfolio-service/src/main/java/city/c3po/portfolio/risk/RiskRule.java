package city.c3po.portfolio.risk;

import static city.c3po.platform.rule.Kind.CONFLICT;
import static city.c3po.platform.rule.Kind.FORBIDDEN;
import static city.c3po.platform.rule.Kind.INVALID;

import city.c3po.platform.rule.Fault;
import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for risks. */
public enum RiskRule implements Rule {
    INVOLVED_IDENTIFIES(FORBIDDEN, "Only the project's people, its sponsor and its departments name risks."),
    RISK_OWNER_OR_LEADER(FORBIDDEN, "Only the risk's owner, the project's PPM or a portfolio manager does this."),
    RESPONDER(FORBIDDEN, "Only the risk's owner, the PPM, the sponsor or a portfolio manager responds to a risk."),
    SPONSOR_ACCEPTS(FORBIDDEN, "The risk is above the city's appetite (score, appetite); only the sponsor accepts it."),
    ESCALATED_ABOVE(FORBIDDEN, "The risk was escalated; only the sponsor or a portfolio manager responds to it now."),
    RISKY_PROJECT_GOES_ON(CONFLICT, "The project is closed or cancelled; risks are named in projects that go on."),
    RESPONSE_LOWERS(INVALID, "A residual rating is not above the present one."),
    RESIDUAL_SAID(INVALID, "To avoid, reduce or transfer a risk says the rating that is expected of it (residual)."),
    REVIEW_TO_COME(INVALID, "The next review is on a day to come."),
    QUANTIFIED_SOUNDLY(INVALID, "Days and cost say low, likely and high in this order; UNIFORM says no likely."),
    DAYS_TOUCH_ACTIVITIES(INVALID, "A risk that costs days says the activities that it touches.");

    private final Kind kind;
    private final String sentence;

    RiskRule(Kind kind, String sentence) {
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
