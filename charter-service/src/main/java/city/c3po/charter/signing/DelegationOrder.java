package city.c3po.charter.signing;

import city.c3po.platform.web.Order;

/** The orders in which delegations can be had. */
public enum DelegationOrder implements Order {
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
