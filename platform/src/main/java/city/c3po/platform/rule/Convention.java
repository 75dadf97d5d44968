package city.c3po.platform.rule;

import static city.c3po.platform.rule.Kind.ABSENT;
import static city.c3po.platform.rule.Kind.CONFLICT;
import static city.c3po.platform.rule.Kind.FORBIDDEN;
import static city.c3po.platform.rule.Kind.INVALID;
import static city.c3po.platform.rule.Kind.STALE;
import static city.c3po.platform.rule.Kind.UNAVAILABLE;
import static city.c3po.platform.rule.Kind.UNSEEN;

/** The rules every service shares: the conventions of the REST API. */
public enum Convention implements Rule {
    NOT_FOUND(ABSENT, "There is no such record, or none that you may see. Check the id."),
    NOT_PERMITTED(FORBIDDEN, "You may not do this on this record. allowedActions of the record lists what you may do."),
    PRECONDITION_REQUIRED(UNSEEN, "Say which version you saw: read the record and send its ETag as If-Match."),
    CREATION_PRECONDITION_REQUIRED(UNSEEN, "There is no such record yet. Send If-None-Match: * to create it."),
    ALREADY_EXISTS(STALE, "The record exists already. Read it and send its ETag as If-Match to change it."),
    STALE_VERSION(STALE, "The record changed since you read it. Read it again, then repeat your change."),
    ILLEGAL_MOVE(CONFLICT, "The record's present state does not allow this. allowedActions lists what it allows you."),
    REQUEST_IN_FLIGHT(CONFLICT, "A request with this Idempotency-Key is being worked on. Repeat it in a second."),
    IDEMPOTENCY_KEY_REUSED(INVALID, "This Idempotency-Key was used with another body. Use a new key."),
    INVALID_VALUES(INVALID, "Some values cannot be right. errors names each; correct them and send again."),
    TEMPORARILY_UNAVAILABLE(
            UNAVAILABLE,
            "A part of the service is out of reach. Try again; with an Idempotency-Key a repeated POST is safe.");

    private final Kind kind;
    private final String sentence;

    Convention(Kind kind, String sentence) {
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
