package city.c3po.inventory.review;

import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for reviews. */
enum MatchReviewRule implements Rule {
    OFFICE_DECIDES(Kind.FORBIDDEN, "Only a portfolio manager decides what a row means. Ask one."),
    ROW_HAS_KEY(Kind.INVALID, "The row has no key of its source, so nothing can be linked to it. Dismiss it."),
    ROW_IS_COMPLETE(Kind.INVALID, "The row lacks a name or a kind: nothing can be registered. Link or dismiss it.");

    private final Kind kind;
    private final String sentence;

    MatchReviewRule(Kind kind, String sentence) {
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
