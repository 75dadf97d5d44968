package city.c3po.portfolio.project;

import city.c3po.platform.web.Order;

/** The orders in which what belongs to a project can be had. */
public enum PartOrder implements Order {
    NEWEST("r.created_at", "timestamptz", true),
    OLDEST("r.created_at", "timestamptz", false);

    private final String column;
    private final String sqlType;
    private final boolean descending;

    PartOrder(String column, String sqlType, boolean descending) {
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
