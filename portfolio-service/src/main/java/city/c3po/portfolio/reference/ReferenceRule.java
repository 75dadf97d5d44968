package city.c3po.portfolio.reference;

import static city.c3po.platform.rule.Kind.CONFLICT;
import static city.c3po.platform.rule.Kind.FORBIDDEN;
import static city.c3po.platform.rule.Kind.INVALID;

import city.c3po.platform.rule.Fault;
import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for reference data, and for those who refer to it. */
public enum ReferenceRule implements Rule {
    OWN_SOURCE(
            FORBIDDEN,
            "A department system writes for its own sources only. Name one of them as source, or leave it out."),
    ADMIN_OR_SOURCE(FORBIDDEN, "Only a policy admin, or the system that is its source, records this."),
    SOURCE_SAID(INVALID, "Your token speaks for several sources. Say for which one you write (source)."),
    SAMPLE_DATA_IS_FIXED(INVALID, "sampleData is said at creation and never changes."),
    REFERENCE_KNOWN(INVALID, "The city has not recorded it. Correct the code, or record it first."),
    EXTERNAL_REF_FREE(CONFLICT, "Another record has this external reference already. Read that one (takenBy)."),
    NUMBER_SAID(INVALID, "No vendor has this external reference yet. Say its city vendor number (number)."),
    NUMBER_IS_FIXED(INVALID, "The vendor with this external reference has another number, and keeps it.");

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

    Fault at(String pointer, String value) {
        return new Fault(pointer, code(), value + ": " + sentence);
    }
}
