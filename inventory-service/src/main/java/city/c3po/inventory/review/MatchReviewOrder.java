package city.c3po.inventory.review;

import city.c3po.platform.web.Order;

/** The orders in which reviews can be had; ids grow with time. */
public enum MatchReviewOrder implements Order {
    OLDEST(false),
    NEWEST(true);

    private final boolean descending;

    MatchReviewOrder(boolean descending) {
        this.descending = descending;
    }

    @Override
    public String column() {
        return "r.id";
    }

    @Override
    public String sqlType() {
        return "uuid";
    }

    @Override
    public boolean descending() {
        return descending;
    }
}
