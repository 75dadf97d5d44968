package city.c3po.portfolio.board;

import city.c3po.platform.web.Order;

/** The orders in which meetings can be had. */
public enum MeetingOrder implements Order {
    LATEST("r.day", "date", true),
    EARLIEST("r.day", "date", false);

    private final String column;
    private final String sqlType;
    private final boolean descending;

    MeetingOrder(String column, String sqlType, boolean descending) {
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
