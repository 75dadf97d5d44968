package city.c3po.reporting.log;

import com.fasterxml.jackson.annotation.JsonValue;

/** What became of a subject. Some are facts of the log, some depend on who reads it and from where. */
public enum Op {
    /** How it stands, told to a reader who begins. */
    SNAPSHOT("snapshot"),
    CREATED("created"),
    UPDATED("updated"),
    REMOVED("removed"),
    /** It was there before, but not for this reader or not within these filters. */
    ENTERED_SCOPE("enteredScope"),
    /** It is there still, but no more for this reader or within these filters. */
    LEFT_SCOPE("leftScope"),
    /** An earlier statement was wrong. */
    CORRECTED("corrected"),
    /** What it said was erased, here too. */
    REDACTED("redacted"),
    /** An event of it is missing: its state may be behind. */
    GAP("gap"),
    /** What was missing has come. */
    GAP_RESOLVED("gapResolved");

    private final String word;

    Op(String word) {
        this.word = word;
    }

    /** As in the API and in the log. */
    @JsonValue
    public String word() {
        return word;
    }

    public static Op of(String word) {
        for (var op : values()) {
            if (op.word.equals(word)) {
                return op;
            }
        }
        throw new IllegalArgumentException("no such op: " + word);
    }
}
