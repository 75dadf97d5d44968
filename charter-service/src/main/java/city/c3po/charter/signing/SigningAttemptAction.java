package city.c3po.charter.signing;

import city.c3po.platform.event.Action;

/** Nothing can be done to an attempt: it happened. */
enum SigningAttemptAction implements Action {
    RECORD
}
