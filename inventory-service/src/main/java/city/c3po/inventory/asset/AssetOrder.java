package city.c3po.inventory.asset;

import city.c3po.platform.web.Order;

/** The orders in which assets can be had. Ids grow with time, so that the newest need no index of their own. */
public enum AssetOrder implements Order {
    NEWEST("r.id", "uuid", true),
    OLDEST("r.id", "uuid", false),
    TAG("r.tag", "text", false),
    NAME("r.name", "text", false);

    private final String column;
    private final String sqlType;
    private final boolean descending;

    AssetOrder(String column, String sqlType, boolean descending) {
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
