package city.c3po.inventory.reference;

import city.c3po.platform.rule.Fault;
import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for references to other services' records. */
enum ReferenceRule implements Rule {
    KNOWN_REFERENCE(
            Kind.INVALID,
            "There is no such record. Correct the code, have its owner record it, or name its type in createReferences.");

    private final Kind kind;
    private final String sentence;

    ReferenceRule(Kind kind, String sentence) {
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
