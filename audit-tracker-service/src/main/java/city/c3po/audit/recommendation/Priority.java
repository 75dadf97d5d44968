package city.c3po.audit.recommendation;

/** How urgent the issuer finds it. */
public enum Priority {
    HIGH,
    MEDIUM,
    LOW
}
