package city.c3po.inventory.renewal;

import city.c3po.platform.web.Order;

/** The orders in which renewals can be had. */
public enum RenewalOrder implements Order {
    DEADLINE("r.decision_deadline", "date", false),
    NEWEST("r.id", "uuid", true);

    private final String column;
    private final String sqlType;
    private final boolean descending;

    RenewalOrder(String column, String sqlType, boolean descending) {
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
