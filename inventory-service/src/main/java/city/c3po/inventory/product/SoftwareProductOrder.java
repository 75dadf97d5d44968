package city.c3po.inventory.product;

import city.c3po.platform.web.Order;

/** The orders in which products can be had. */
public enum SoftwareProductOrder implements Order {
    NEWEST("r.id", "uuid", true),
    PUBLISHER("r.publisher", "text", false),
    PRODUCT("r.product", "text", false);

    private final String column;
    private final String sqlType;
    private final boolean descending;

    SoftwareProductOrder(String column, String sqlType, boolean descending) {
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
