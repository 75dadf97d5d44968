package city.c3po.audit.audit;

import city.c3po.platform.web.Order;

/** The orders in which audits and findings can be had. */
public enum AuditOrder implements Order {
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
