package city.c3po.charter.document;

import city.c3po.platform.web.Order;

/** The orders in which documents can be had. */
public enum DocumentOrder implements Order {
    NEWEST,
    OLDEST;

    @Override
    public String column() {
        return "r.registered_at";
    }

    @Override
    public String sqlType() {
        return "timestamptz";
    }

    @Override
    public boolean descending() {
        return this == NEWEST;
    }
}
