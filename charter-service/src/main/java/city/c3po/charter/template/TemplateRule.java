package city.c3po.charter.template;

import static city.c3po.platform.rule.Kind.CONFLICT;
import static city.c3po.platform.rule.Kind.FORBIDDEN;
import static city.c3po.platform.rule.Kind.INVALID;

import city.c3po.platform.rule.Fault;
import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for templates. */
public enum TemplateRule implements Rule {
    TEMPLATE_BY_POLICY_ADMIN(FORBIDDEN, "Only a policy admin writes and adopts templates."),
    SECOND_PERSON_ADOPTS(FORBIDDEN, "Nobody adopts a template they wrote any of. Ask another policy admin."),
    EACH_FIELD_ONCE(INVALID, "Each field stands once in a template."),
    WHEN_SAID(INVALID, "when is said with required WHEN, and only then."),
    EACH_SEAT_ONCE(INVALID, "Each role has one seat in a template; department heads are multiplied by themselves."),
    SPONSOR_HAS_A_SEAT(INVALID, "Every charter is signed by its executive sponsor."),
    QUORUM_FITS(INVALID, "Each phase has one quorum at most."),
    TEMPLATE_IN_FORCE(CONFLICT, "No template of this tier is in force. Have one adopted first."),
    TEMPLATE_FITS_TIER(
            INVALID, "The template is of another tier, or was never adopted. Name one of the charter's tier.");

    private final Kind kind;
    private final String sentence;

    TemplateRule(Kind kind, String sentence) {
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
