package city.c3po.inventory.attestation;

import city.c3po.platform.web.Order;

/** The orders in which attestations can be had; ids grow with time. */
public enum AttestationOrder implements Order {
    NEWEST("r.id", "uuid", true),
    DUE("r.due_on", "date", false);

    private final String column;
    private final String sqlType;
    private final boolean descending;

    AttestationOrder(String column, String sqlType, boolean descending) {
        this.column = column;
        this.sqlType = sqlType;
        this.descending = descending;
    }

    @Override
    public String column() {
        return column;
    }

    @Override
    public String sqlType() {
        return sqlType;
    }

    @Override
    public boolean descending() {
        return descending;
    }
}
