package city.c3po.audit.evidence;

/** How it was obtained. */
public enum Method {
    EXAMINE,
    INTERVIEW,
    TEST
}
