package city.c3po.reporting.changes;

import static city.c3po.platform.rule.Kind.CONFLICT;
import static city.c3po.platform.rule.Kind.FORBIDDEN;
import static city.c3po.platform.rule.Kind.GONE;
import static city.c3po.platform.rule.Kind.UNAVAILABLE;

import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What ends a reader's journey through the feed, and what subscriptions ask. The codes are promised to clients, so they name what happened. */
enum FeedRule implements Rule {
    VISIBILITY_CHANGED(
            GONE,
            "You may see more or less than when this cursor was given. Begin again at Location, and replace what you hold."),
    CURSOR_EXPIRED(GONE, "This cursor is too old. Begin again at Location, and replace what you hold."),
    FEED_REWOUND(
            GONE,
            "A source was restored, and what you hold may never have been. Begin again at Location, and replace it."),
    SOURCE_STALLED(
            UNAVAILABLE,
            "A source has not said for a while that it is complete, and you asked for strict handling. Try again, or"
                    + " leave the preference out and read sources in the answer."),
    OWN_SUBSCRIPTION(
            FORBIDDEN, "A subscription is read, moved on and changed by whoever made it. Make one of your own."),
    ACKNOWLEDGED_FORWARD(
            CONFLICT, "upTo lies before what is acknowledged already. Read the next changes, and acknowledge those."),
    SUBSCRIPTIONS_FEW(CONFLICT, "You have as many subscriptions as one may have. Delete one that nobody reads.");

    private final Kind kind;
    private final String sentence;

    FeedRule(Kind kind, String sentence) {
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
