package city.c3po.platform.event;

import static city.c3po.platform.rule.Kind.CONFLICT;

import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for a parked event to go on. */
public enum ParkedEventsRule implements Rule {
    CAN_BE_TAKEN_NOW(
            CONFLICT, "The event still cannot be taken; error says why. Mend the cause, then replay it again."),
    PREDECESSOR_WAS_TAKEN(
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
