package city.c3po.charter.engagement;

import city.c3po.platform.web.Order;

/** The orders in which engagements can be had. */
public enum EngagementOrder implements Order {
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
