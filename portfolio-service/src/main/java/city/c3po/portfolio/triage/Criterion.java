package city.c3po.portfolio.triage;

/** The four questions of "C3PO in the mix". */
public enum Criterion {
    COST,
    DEPARTMENTS,
    DURATION,
    PROFILE
}
