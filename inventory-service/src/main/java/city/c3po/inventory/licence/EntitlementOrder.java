package city.c3po.inventory.licence;

import city.c3po.platform.web.Order;

/** The orders in which entitlements can be had. */
public enum EntitlementOrder implements Order {
    NEWEST("r.id", "uuid", true),
    OLDEST("r.id", "uuid", false),
    NUMBER("r.number", "text", false);

    private final String column;
    private final String sqlType;
    private final boolean descending;

    EntitlementOrder(String column, String sqlType, boolean descending) {
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
