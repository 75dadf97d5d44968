package city.c3po.audit.recommendation;

/** What the issuing body says of a claim. */
public enum Verdict {
    ACCEPTED,
    MORE_EVIDENCE,
    REJECTED
}
