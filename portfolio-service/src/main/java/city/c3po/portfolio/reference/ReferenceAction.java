package city.c3po.portfolio.reference;

import city.c3po.platform.event.Action;

/** What can be done to reference data: say it, and say it again. */
public enum ReferenceAction implements Action {
    RECORD
}
