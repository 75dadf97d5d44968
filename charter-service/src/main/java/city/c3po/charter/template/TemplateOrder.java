package city.c3po.charter.template;

import city.c3po.platform.web.Order;

/** The orders in which template versions can be had. */
public enum TemplateOrder implements Order {
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
