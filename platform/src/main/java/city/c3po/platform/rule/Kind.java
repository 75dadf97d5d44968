package city.c3po.platform.rule;

/** What a broken rule means to the caller. */
public enum Kind {
    /** No such record, or none this caller may see. 404 */
    ABSENT,
    /** This caller may not do this. 403 */
    FORBIDDEN,
    /** Not in the present state of things. 409 */
    CONFLICT,
    /** The values cannot be right. 422 */
    INVALID,
    /** The caller acted on an older version. 412 */
    STALE,
    /** The caller did not say which version it saw. 428 */
    UNSEEN,
    /** A fresher login is needed. 401 */
    STEP_UP,
    /** It was here, and will not come back. 410 */
    GONE,
    /** Something we wait for has not arrived yet: try again. 409 with Retry-After */
    BEHIND,
    /** A part of the suite is out of reach: try again. 503 */
    UNAVAILABLE
}
