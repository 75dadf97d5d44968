package city.c3po.inventory.licence;

import city.c3po.platform.web.Order;

/** The orders in which positions can be had. */
public enum LicencePositionOrder implements Order {
    NEWEST("r.id", "uuid", true),
    OLDEST("r.id", "uuid", false);

    private final String column;
    private final String sqlType;
    private final boolean descending;

    LicencePositionOrder(String column, String sqlType, boolean descending) {
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
