package city.c3po.portfolio.reference;

import city.c3po.platform.web.Order;

/** The orders in which reference data can be had. */
public enum ReferenceOrder implements Order {
    CODE("r.id"),
    NAME("r.name");

    private final String column;

    ReferenceOrder(String column) {
        this.column = column;
    }

    @Override
    public String column() {
        return column;
    }

    @Override
    public String sqlType() {
        return "text";
    }

    @Override
    public boolean descending() {
        return false;
    }
}
