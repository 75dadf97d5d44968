package city.c3po.inventory.source;

import city.c3po.platform.web.Order;

/** The orders in which sources can be had: a city has dozens. */
public enum SourceOrder implements Order {
    CODE("r.id", "text", false),
    NAME("r.name", "text", false);

    private final String column;
    private final String sqlType;
    private final boolean descending;

    SourceOrder(String column, String sqlType, boolean descending) {
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
