package city.c3po.charter.charter;

/** What a signature is for. */
public enum Purpose {
    /** The commitment. */
    COMMIT,
    /** A successor takes over what the predecessor committed. */
    ADOPT,
    /** What was delivered is accepted. */
    ACCEPT,
    /** A new version replaces the one in force. */
    AMEND,
    /** What a delegate accepted is confirmed by the person who delegated. */
    RATIFY,
    /** A consultant's evaluation is final. */
    EVALUATE
}
