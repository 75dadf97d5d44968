package city.c3po.audit.control;

import city.c3po.platform.web.Order;

/** The orders of a list of controls. */
public enum ControlOrder implements Order {
    NUMBER;

    @Override
    public String column() {
        return "r.ordinal";
    }

    @Override
    public String sqlType() {
        return "int";
    }

    @Override
    public boolean descending() {
        return false;
    }
}
