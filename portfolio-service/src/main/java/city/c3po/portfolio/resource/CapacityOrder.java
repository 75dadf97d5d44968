package city.c3po.portfolio.resource;

import city.c3po.platform.web.Order;

/** The orders in which capacities can be had. */
public enum CapacityOrder implements Order {
    MONTH("r.month", "date", false),
    LATEST("r.month", "date", true);

    private final String column;
    private final String sqlType;
    private final boolean descending;

    CapacityOrder(String column, String sqlType, boolean descending) {
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
