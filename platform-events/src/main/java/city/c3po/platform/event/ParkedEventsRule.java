package city.c3po.platform.event;

import static city.c3po.platform.rule.Kind.CONFLICT;

import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** Why a parked event cannot go on yet. */
public enum ParkedEventsRule implements Rule {
    STILL_CANNOT_BE_TAKEN(
            CONFLICT, "The event still cannot be taken; error says why. Mend the cause, then replay it again."),
    BEHIND_ANOTHER(
            CONFLICT,
            "An event before this one is missing or parked. Replay that one; this one then follows by itself.");

    private final Kind kind;
    private final String sentence;

    ParkedEventsRule(Kind kind, String sentence) {
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
