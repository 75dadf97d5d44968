package city.c3po.audit.evidence;

/** What a piece of evidence is. */
public enum EvidenceKind {
    /** Bytes that are uploaded here. */
    FILE,
    /** Something elsewhere, with the hash it had. */
    LINK,
    /** What a control measures now. */
    MEASURE
}
