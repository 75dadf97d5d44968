package city.c3po.charter.charter;

/** Why seats are asked no more. */
public enum Ending {
    RECALLED,
    DECLINED,
    EXPIRED,
    /** A criterion failed. */
    FAILED
}
