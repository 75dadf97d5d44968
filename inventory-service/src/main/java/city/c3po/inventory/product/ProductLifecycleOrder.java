package city.c3po.inventory.product;

import city.c3po.platform.web.Order;

/** The orders in which lifecycles can be had. */
public enum ProductLifecycleOrder implements Order {
    CODE("r.id", "text", false);

    private final String column;
    private final String sqlType;
    private final boolean descending;

    ProductLifecycleOrder(String column, String sqlType, boolean descending) {
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
