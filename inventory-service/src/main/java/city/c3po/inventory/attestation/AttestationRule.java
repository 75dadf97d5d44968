package city.c3po.inventory.attestation;

import static city.c3po.platform.rule.Kind.CONFLICT;
import static city.c3po.platform.rule.Kind.FORBIDDEN;
import static city.c3po.platform.rule.Kind.INVALID;

import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for attestations and their campaigns. */
enum AttestationRule implements Rule {
    DEPARTMENT_ATTESTS(
            FORBIDDEN,
            "A department attests itself: its head, or a signatory whose token speaks for it (its IT liaison). Ask one of them."),
    OFFICE_RUNS_CAMPAIGNS(FORBIDDEN, "Only the portfolio office opens campaigns and calls them off. Ask one of them."),
    ATTESTATION_ONLY_THE_CLOCK(FORBIDDEN, "The calendar does this by itself."),
    ASSETS_OR_ALL(INVALID, "Say which assets, or that it is all of them, and not both."),
    ASSETS_OF_THE_ATTESTATION(
            INVALID, "Some of these were not the department's when the campaign was opened (assets). Leave them out."),
    DUE_DATE_TO_COME(INVALID, "dueOn is today or later."),
    SOMETHING_TO_ATTEST(CONFLICT, "None of these departments has a live asset. Nothing was opened.");

    private final Kind kind;
    private final String sentence;

    AttestationRule(Kind kind, String sentence) {
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
