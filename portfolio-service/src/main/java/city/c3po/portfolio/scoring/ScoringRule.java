package city.c3po.portfolio.scoring;

import static city.c3po.platform.rule.Kind.CONFLICT;
import static city.c3po.platform.rule.Kind.FORBIDDEN;
import static city.c3po.platform.rule.Kind.INVALID;

import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for scoring models, and for those who mark by them. */
public enum ScoringRule implements Rule {
    MODELS_BY_THE_OFFICE(FORBIDDEN, "Only a portfolio manager or a policy admin writes scoring models."),
    SECOND_PERSON_ADOPTS_MODEL(FORBIDDEN, "Whoever wrote a scoring model does not adopt it. Ask another person to."),
    WEIGHTS_ADD_UP(INVALID, "The weights of all criteria add up to 100."),
    EACH_CRITERION_ONCE(INVALID, "Each criterion has a code of its own."),
    MODEL_ADOPTED(CONFLICT, "No scoring model is adopted. Adopt one first."),
    ASSESSORS_MARK(FORBIDDEN, "Only who gave these marks changes them."),
    ASSESSOR_WITHOUT_CONFLICT(
            FORBIDDEN, "Whoever wrote the initiative, leads it, or belongs to its department does not mark it."),
    UNDER_REVIEW_NOW(CONFLICT, "An initiative is marked while it is under review. It is not now (initiativeState)."),
    MARKED_ONCE(CONFLICT, "You have marked this revision already. Change your marks instead (assessment)."),
    EVERY_CRITERION_MARKED(INVALID, "Each criterion of the model is marked once, and nothing else (missing, unknown)."),
    CONFLICT_OR_MARKS(INVALID, "Either say your conflict of interest, or give marks."),
    THREE_ASSESSORS(
            CONFLICT, "At least three assessors without a conflict mark this revision by the adopted model (given).");

    private final Kind kind;
    private final String sentence;

    ScoringRule(Kind kind, String sentence) {
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
