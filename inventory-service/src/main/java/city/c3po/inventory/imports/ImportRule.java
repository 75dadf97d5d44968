package city.c3po.inventory.imports;

import static city.c3po.platform.rule.Kind.CONFLICT;
import static city.c3po.platform.rule.Kind.FORBIDDEN;
import static city.c3po.platform.rule.Kind.INVALID;

import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold for imports. */
enum ImportRule implements Rule {
    FEEDS_OWN_SOURCE(FORBIDDEN, "A system imports for its own sources only; your token names them."),
    A_PERSON_APPROVES(FORBIDDEN, "A portfolio manager approves and rejects imports. Ask one."),
    APPROVED_BY_ANOTHER(FORBIDDEN, "Nobody approves the quarantined file they sent. Ask another portfolio manager."),
    KNOWN_SOURCE(
            INVALID,
            "There is no such source, or it was withdrawn. Have a policy admin register it (PUT /v1/sources/{code})."),
    PROFILE_FITS_FORM(
            INVALID, "The profile is not read in this media type. The documentation names the ones it is read in."),
    OBSERVED_IN_THE_PAST(INVALID, "observedAt is not in the future."),
    STILL_UNDER_WAY(CONFLICT, "The import is not planned yet. Try again in a moment.");

    private final Kind kind;
    private final String sentence;

    ImportRule(Kind kind, String sentence) {
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
