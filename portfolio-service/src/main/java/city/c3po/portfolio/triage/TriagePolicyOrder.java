package city.c3po.portfolio.triage;

import city.c3po.platform.web.Order;

/** The orders in which policies can be had: by the day from which they apply. */
public enum TriagePolicyOrder implements Order {
    LATEST(true),
    EARLIEST(false);

    private final boolean descending;

    TriagePolicyOrder(boolean descending) {
        this.descending = descending;
    }

    @Override
    public String column() {
        return "r.effective_from";
    }

    @Override
    public String sqlType() {
        return "date";
    }

    @Override
    public boolean descending() {
        return descending;
    }
}
