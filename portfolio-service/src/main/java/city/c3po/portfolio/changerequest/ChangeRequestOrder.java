package city.c3po.portfolio.changerequest;

import city.c3po.platform.web.Order;

/** The orders in which change requests can be had. */
public enum ChangeRequestOrder implements Order {
    NEWEST("r.created_at", "timestamptz", true),
    OLDEST("r.created_at", "timestamptz", false);

    private final String column;
    private final String sqlType;
    private final boolean descending;

    ChangeRequestOrder(String column, String sqlType, boolean descending) {
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
