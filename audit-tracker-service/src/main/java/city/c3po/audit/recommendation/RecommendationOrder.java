package city.c3po.audit.recommendation;

import city.c3po.platform.web.Order;

/** The orders in which recommendations can be had. */
public enum RecommendationOrder implements Order {
    NEWEST("r.created_at", "timestamptz", true),
    OLDEST("r.created_at", "timestamptz", false),
    NUMBER("r.number", "text", false),
    TARGET("coalesce(r.current_target, date '2999-12-31')", "date", false);

    private final String column;
    private final String sqlType;
    private final boolean descending;

    RecommendationOrder(String column, String sqlType, boolean descending) {
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
