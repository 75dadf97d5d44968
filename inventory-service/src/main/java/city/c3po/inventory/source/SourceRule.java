package city.c3po.inventory.source;

import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for sources. */
public enum SourceRule implements Rule {
    POLICY_ADMIN_REGISTERS(Kind.FORBIDDEN, "Only a policy admin registers sources. Ask one."),
    NOT_MANUAL(Kind.INVALID, "manual is the source of what people say. Choose another code."),
    NO_IMPORT_UNDER_WAY(
            Kind.CONFLICT,
            "A file of it is not done with yet (import). Wait for it, or reject it, and withdraw again."),
    SOURCE_SAMPLE_DATA_FIXED(Kind.INVALID, "sampleData is said at creation only.");

    private final Kind kind;
    private final String sentence;

    SourceRule(Kind kind, String sentence) {
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
