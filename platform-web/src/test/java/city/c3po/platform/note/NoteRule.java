package city.c3po.platform.note;

import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold of notes. */
public enum NoteRule implements Rule {
    OWN_NOTE(Kind.FORBIDDEN, "Only its author changes a note. Ask the author."),
    NO_SHOUTING(Kind.INVALID, "A title has at least one small letter. Write it calmly.");

    private final Kind kind;
    private final String sentence;

    NoteRule(Kind kind, String sentence) {
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
