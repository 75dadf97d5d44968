package city.c3po.inventory.placeholder;

import city.c3po.platform.rule.Fault;
import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for placeholders. */
enum PlaceholderRule implements Rule {
    POLICY_ADMIN_LISTS(Kind.FORBIDDEN, "Only a policy admin says what is no key. Ask one."),
    PLACEHOLDER_SAYS_SOMETHING(
            Kind.INVALID, "Without separators nothing is left of it, or one character only, which is no key anyway.");

    private final Kind kind;
    private final String sentence;

    PlaceholderRule(Kind kind, String sentence) {
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
