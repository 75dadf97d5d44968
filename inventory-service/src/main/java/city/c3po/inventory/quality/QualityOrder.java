package city.c3po.inventory.quality;

import city.c3po.platform.web.Order;

/** The orders in which measures can be had. */
public enum QualityOrder implements Order {
    ID("r.id", "text", false);

    private final String column;
    private final String sqlType;
    private final boolean descending;

    QualityOrder(String column, String sqlType, boolean descending) {
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
