package city.c3po.portfolio.triage;

import city.c3po.platform.event.Action;

/** What can be done to a policy version. */
public enum TriagePolicyAction implements Action {
    DRAFT,
    EDIT,
    PROPOSE,
    RETURN,
    ADOPT,
    /** Comes with the adoption of a later one; nobody asks for it. */
    SUPERSEDE
}
