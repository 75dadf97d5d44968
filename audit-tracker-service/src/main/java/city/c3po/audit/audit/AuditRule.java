package city.c3po.audit.audit;

import static city.c3po.platform.rule.Kind.CONFLICT;
import static city.c3po.platform.rule.Kind.FORBIDDEN;
import static city.c3po.platform.rule.Kind.INVALID;

import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for audits and findings. */
public enum AuditRule implements Rule {
    BODY_RECORDS(FORBIDDEN, "Only a member of the issuing body, or a portfolio manager, records this audit."),
    ISSUED_ALREADY(INVALID, "An audit is recorded when it has been issued: its date is not in the future."),
    RESPONSE_AFTER_ISSUE(INVALID, "The response is due after the audit was issued."),
    CODE_TAKEN(CONFLICT, "Another audit has this code already (takenBy)."),
    FINDING_KEY_TAKEN(CONFLICT, "The audit has a finding with this key already (takenBy).");

    private final Kind kind;
    private final String sentence;

    AuditRule(Kind kind, String sentence) {
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
