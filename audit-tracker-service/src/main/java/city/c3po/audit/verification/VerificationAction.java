package city.c3po.audit.verification;

import city.c3po.platform.event.Action;
import com.fasterxml.jackson.annotation.JsonValue;

/** What can be done to a verification. */
public enum VerificationAction implements Action {
    ACCEPT,
    ASK_MORE_EVIDENCE,
    REJECT,
    WITHDRAW;

    // said again here, because the OpenAPI scanner reads the values of an enum from its own methods only
    @Override
    @JsonValue
    public String verb() {
        return Action.super.verb();
    }

    VerificationState leadsTo() {
        return switch (this) {
            case ACCEPT -> VerificationState.ACCEPTED;
            case ASK_MORE_EVIDENCE -> VerificationState.MORE_EVIDENCE;
            case REJECT -> VerificationState.REJECTED;
            case WITHDRAW -> VerificationState.WITHDRAWN;
        };
    }
}
