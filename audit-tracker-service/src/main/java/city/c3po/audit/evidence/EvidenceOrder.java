package city.c3po.audit.evidence;

import city.c3po.platform.web.Order;

/** The orders in which evidence can be had. */
public enum EvidenceOrder implements Order {
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
