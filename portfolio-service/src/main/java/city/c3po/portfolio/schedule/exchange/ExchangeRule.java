package city.c3po.portfolio.schedule.exchange;

import static city.c3po.platform.rule.Kind.INVALID;

import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for a schedule's file. */
public enum ExchangeRule implements Rule {
    SCHEDULE_FILE_READABLE(INVALID, "The file is whole, and in the form and encoding that it says (line, reason)."),
    NO_DOCUMENT_TYPE(INVALID, "The file has no document type and no entities. Save it from the program again (line)."),
    SCHEDULE_FILE_WITHIN_LIMITS(INVALID, "A file has at most 64 MiB, 20,000 activities and 64 levels."),
    SCHEDULE_FILE_UNDERSTOOD(
            INVALID, "Every date, duration and link of the file makes sense. Each error names what does not.");

    private final Kind kind;
    private final String sentence;

    ExchangeRule(Kind kind, String sentence) {
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
