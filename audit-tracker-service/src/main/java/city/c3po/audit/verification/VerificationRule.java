package city.c3po.audit.verification;

import static city.c3po.platform.rule.Kind.CONFLICT;
import static city.c3po.platform.rule.Kind.FORBIDDEN;
import static city.c3po.platform.rule.Kind.INVALID;

import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for verifications. */
public enum VerificationRule implements Rule {
    NO_HAND_IN_IT(FORBIDDEN, "Whoever owns, submitted or approved any of it does not verify it (parts)."),
    VERIFIER_ONLY(FORBIDDEN, "Only whoever began the verification ends it."),
    ONE_AT_A_TIME(CONFLICT, "Somebody is verifying this recommendation already."),
    EVIDENCE_OF_IT(INVALID, "The evidence belongs to this recommendation and is not withdrawn (evidence)."),
    EVIDENCE_FOR_EACH_ELEMENT(
            INVALID, "Each element that is accepted is shown by some of the evidence named (missing)."),
    REASON_TO_OVERRIDE(INVALID, "Another status than the elements say needs the auditor's reason in writing.");

    private final Kind kind;
    private final String sentence;

    VerificationRule(Kind kind, String sentence) {
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
