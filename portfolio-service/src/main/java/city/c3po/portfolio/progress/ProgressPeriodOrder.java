package city.c3po.portfolio.progress;

import city.c3po.platform.web.Order;

/** The orders in which periods can be had. */
public enum ProgressPeriodOrder implements Order {
    NEWEST("r.period_end", "date", true),
    OLDEST("r.period_end", "date", false);

    private final String column;
    private final String sqlType;
    private final boolean descending;

    ProgressPeriodOrder(String column, String sqlType, boolean descending) {
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
