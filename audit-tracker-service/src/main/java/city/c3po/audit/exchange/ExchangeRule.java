package city.c3po.audit.exchange;

import static city.c3po.platform.rule.Kind.INVALID;

import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for finding sheets. */
public enum ExchangeRule implements Rule {
    SHEET_READABLE(INVALID, "This is neither a table of text nor an XLSX workbook that can be read (reason)."),
    SHEET_WITHIN_LIMITS(INVALID, "A sheet has at most 1,000 rows, and a workbook at most 32 MiB inside (reason)."),
    SHEET_UNDERSTOOD(INVALID, "Rows of the sheet cannot be taken (errors). Nothing was written.");

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
