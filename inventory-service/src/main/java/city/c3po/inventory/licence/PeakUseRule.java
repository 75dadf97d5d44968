package city.c3po.inventory.licence;

import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for what licence servers count. */
public enum PeakUseRule implements Rule {
    OWN_SOURCES_USE(Kind.FORBIDDEN, "A system tells for its own sources only. The token's claim sources lists them.");

    private final Kind kind;
    private final String sentence;

    PeakUseRule(Kind kind, String sentence) {
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
