package city.c3po.audit.verification;

import city.c3po.platform.web.Order;

/** The orders in which verifications can be had. */
public enum VerificationOrder implements Order {
    NEWEST,
    OLDEST;

    @Override
    public String column() {
        return "r.started_at";
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
