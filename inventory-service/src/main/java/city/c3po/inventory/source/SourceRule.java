package city.c3po.inventory.source;

import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for sources. */
public enum SourceRule implements Rule {
    POLICY_ADMIN_REGISTERS(Kind.FORBIDDEN, "Only a policy admin registers, withdraws and restores sources. Ask one."),
    NOT_MANUAL(Kind.INVALID, "manual is the source of what people say. Choose another code."),
    SOURCE_SAMPLE_DATA_FIXED(Kind.INVALID, "sampleData is said at creation only."),
    KNOWN_SOURCE(Kind.INVALID, "There is no such source. Have a policy admin register it (PUT /v1/sources/{code})."),
    SOURCE_COUNTS(Kind.CONFLICT, "The source is withdrawn. Have a policy admin restore it."),
    OWN_SOURCE(Kind.FORBIDDEN, "A system feeds its own sources only; your token names them.");

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
