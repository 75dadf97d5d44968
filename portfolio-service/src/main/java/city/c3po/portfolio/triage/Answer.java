package city.c3po.portfolio.triage;

/** What a criterion says. UNKNOWN is an answer of its own: it is never taken for FALSE. */
public enum Answer {
    TRUE,
    FALSE,
    UNKNOWN
}
