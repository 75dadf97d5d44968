package city.c3po.charter.evaluation;

import city.c3po.platform.web.Order;

/** The orders in which evaluations can be had. */
public enum EvaluationOrder implements Order {
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
