package city.c3po.inventory.imports;

import city.c3po.platform.web.Order;

/** The orders in which imports can be had. */
public enum ImportOrder implements Order {
    NEWEST(true),
    OLDEST(false);

    private final boolean descending;

    ImportOrder(boolean descending) {
        this.descending = descending;
    }

    @Override
    public String column() {
        return "r.created_at";
    }

    @Override
    public String sqlType() {
        return "timestamptz";
    }

    @Override
    public boolean descending() {
        return descending;
    }
}
