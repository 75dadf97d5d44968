package city.c3po.portfolio.cost;

import static city.c3po.platform.rule.Kind.FORBIDDEN;
import static city.c3po.platform.rule.Kind.INVALID;

import city.c3po.platform.rule.Fault;
import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for cost entries; each entry of a batch is judged by itself. */
public enum CostRule implements Rule {
    POSTED_BY_ITS_SYSTEM(
            FORBIDDEN, "A finance system posts entries of its own sources only. Name one of them (source)."),
    SOURCE_NAMED(INVALID, "Your token speaks for several sources. Say which one posts (source)."),
    COSTED_PROJECT_KNOWN(INVALID, "There is no such project. Correct its id, or its reference (projectRef)."),
    ONE_PROJECT_NAMED(INVALID, "An entry names its project either by id (project) or by reference (projectRef)."),
    FUNDING_LINE_KNOWN(INVALID, "The city has not recorded this funding line. Correct the code, or record it first."),
    NATIVE_KEY_ONCE(
            INVALID,
            "This key was posted with other values. An entry never changes: post a correction under a new key."),
    LEDGER_CURRENCY(INVALID, "All entries of a project are in one currency."),
    PERIOD_OPEN(INVALID, "The period is closed. Post the correction to the open one."),
    ENTRIES_POSTABLE(
            INVALID, "Some entries cannot be posted, and the batch is atomic, so none was. errors names each.");

    private final Kind kind;
    private final String sentence;

    CostRule(Kind kind, String sentence) {
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
