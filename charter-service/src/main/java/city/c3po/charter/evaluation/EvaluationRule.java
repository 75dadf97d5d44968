package city.c3po.charter.evaluation;

import static city.c3po.platform.rule.Kind.CONFLICT;
import static city.c3po.platform.rule.Kind.FORBIDDEN;
import static city.c3po.platform.rule.Kind.INVALID;

import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for evaluations. */
public enum EvaluationRule implements Rule {
    CITY_EVALUATES(FORBIDDEN, "Only a portfolio manager or a signatory of the city evaluates a consultant."),
    EVALUATED_VENDOR_RESPONDS(FORBIDDEN, "Only the vendor that is evaluated responds."),
    ANOTHER_REVIEWS_A_DISPUTE(FORBIDDEN, "What the vendor disputes is reviewed by another person than who wrote it."),
    RESPONSE_IN_TIME(CONFLICT, "The vendor's 14 days are over."),
    VENDOR_HEARD(
            CONFLICT, "The vendor may still respond (responseDue). Wait for its word, or for the end of its 14 days."),
    PERIOD_IN_ORDER(INVALID, "A period does not end before it begins.");

    private final Kind kind;
    private final String sentence;

    EvaluationRule(Kind kind, String sentence) {
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
