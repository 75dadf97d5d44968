package city.c3po.charter.acceptance;

import static city.c3po.platform.rule.Kind.ABSENT;
import static city.c3po.platform.rule.Kind.CONFLICT;
import static city.c3po.platform.rule.Kind.FORBIDDEN;
import static city.c3po.platform.rule.Kind.INVALID;

import city.c3po.platform.rule.Fault;
import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold when what was delivered is accepted. */
public enum AcceptanceRule implements Rule {
    KNOWN_CRITERION(ABSENT, "No criterion of the commitment has this key."),
    SPONSOR_WAIVES(FORBIDDEN, "Only the executive sponsor waives a criterion."),
    VERDICT_EXPLAINED(INVALID, "A criterion that failed or is waived needs a reason."),
    EVIDENCE_GIVEN(INVALID, "A criterion passes by evidence: name at least one."),
    DEFERRAL_OWNED(INVALID, "A deferred criterion needs an owner and a day by when."),
    DEFERRED_AT_MOST_180_DAYS(INVALID, "A criterion is deferred to a day after today and at most 180 days away."),
    ACTUALS_WITH_EVIDENCE(INVALID, "What no event of portfolio says is entered with evidence."),
    KNOWN_PLACE(INVALID, "The charter has no objective or benefit at this place; the first is 0."),
    EVERY_CRITERION_ASSESSED(CONFLICT, "Each committed criterion is assessed before anybody signs (criteria)."),
    STILL_DEFERRED(CONFLICT, "This criterion is not deferred: there is nothing to settle.");

    private final Kind kind;
    private final String sentence;

    AcceptanceRule(Kind kind, String sentence) {
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
