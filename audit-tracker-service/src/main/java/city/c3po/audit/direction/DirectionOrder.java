package city.c3po.audit.direction;

import city.c3po.platform.web.Order;

/** The orders of a list of directions. */
public enum DirectionOrder implements Order {
    NEWEST,
    OLDEST;

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
        return this == NEWEST;
    }
}
