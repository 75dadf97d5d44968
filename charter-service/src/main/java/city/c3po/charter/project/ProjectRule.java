package city.c3po.charter.project;

import static city.c3po.platform.rule.Kind.BEHIND;
import static city.c3po.platform.rule.Kind.CONFLICT;

import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold of the project that a charter is for. */
public enum ProjectRule implements Rule {
    /** The name says what is the matter rather than what must hold: it is in the API's specification. */
    PROJECT_NOT_SEEN_YET(
            BEHIND, "No event of this project has come yet. Check the id, and repeat the request in two seconds."),
    PROJECT_NOT_OPEN(CONFLICT, "The project is closed or cancelled. A charter belongs to one that still goes on.");

    private final Kind kind;
    private final String sentence;

    ProjectRule(Kind kind, String sentence) {
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
