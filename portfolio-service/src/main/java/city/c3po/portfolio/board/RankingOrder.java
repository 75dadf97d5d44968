package city.c3po.portfolio.board;

import city.c3po.platform.web.Order;

/** The orders in which rankings can be had. */
public enum RankingOrder implements Order {
    LATEST("r.fiscal_year", "int", true),
    EARLIEST("r.fiscal_year", "int", false);

    private final String column;
    private final String sqlType;
    private final boolean descending;

    RankingOrder(String column, String sqlType, boolean descending) {
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
