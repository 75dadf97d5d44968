package city.c3po.charter.signing;

import static city.c3po.platform.rule.Kind.CONFLICT;
import static city.c3po.platform.rule.Kind.FORBIDDEN;
import static city.c3po.platform.rule.Kind.INVALID;
import static city.c3po.platform.rule.Kind.STEP_UP;

import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;

/** What must hold when people sign. */
public enum SigningRule implements Rule {
    OWN_SEAT(FORBIDDEN, "Only whoever holds the seat signs for it, or a delegate named in writing before."),
    NO_ONWARD_DELEGATION(FORBIDDEN, "A delegate cannot delegate what was delegated. Ask whoever holds the seat."),
    DELEGATE_HOLDS_NO_SEAT(FORBIDDEN, "Whoever holds a seat of the charter signs for that one, not for another's."),
    WITHIN_DELEGATION(
            FORBIDDEN, "The charter's budget is above the limit of the delegation. Ask whoever holds the seat."),
    VENDOR_NEVER_SIGNS(FORBIDDEN, "A vendor never signs for the city."),
    /** The name is the error code of RFC 9470, which says what is the matter rather than what must hold. */
    INSUFFICIENT_USER_AUTHENTICATION(
            STEP_UP,
            "A signature needs a login that is at most five minutes old (max_age=300). Log in again, then sign."),
    SIGNING_IS_OPEN(CONFLICT, "Nobody is asked to sign this any more. Read the charter again."),
    CONTENT_AS_FROZEN(
            CONFLICT, "What you echo is not what is being signed. Read the sign-off again, and the version it names."),
    STATEMENT_ECHOED(INVALID, "Echo the statement of the sign-off word by word: it is what you sign."),
    VIEWED_BEFORE_SIGNING(CONFLICT, "Mark the version as viewed first (view): you sign what you have read."),
    ACCEPTANCE_NEEDS_ADOPTION(
            CONFLICT, "You were not the one who committed. Adopt the commitment first (sign-off with purpose ADOPT)."),
    DELEGATION_IN_ADVANCE(INVALID, "A delegation is in writing before it begins: from is today or later."),
    DELEGATION_AT_MOST_90_DAYS(INVALID, "A delegation lasts 90 days at most, and its end is not before its beginning."),
    DELEGATE_IS_ANOTHER(INVALID, "A delegate is another person."),
    OWN_DELEGATION(FORBIDDEN, "Only whoever delegated, or a portfolio manager, revokes it.");

    private final Kind kind;
    private final String sentence;

    SigningRule(Kind kind, String sentence) {
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
