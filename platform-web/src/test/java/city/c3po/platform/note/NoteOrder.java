package city.c3po.platform.note;

import city.c3po.platform.web.Order;

/** The orders in which notes can be had. */
public enum NoteOrder implements Order {
    NEWEST("r.created_at", "timestamptz", true),
    OLDEST("r.created_at", "timestamptz", false),
    TITLE("r.title", "text", false),
    COSTLIEST("coalesce(r.cost, 0)", "numeric", true);

    private final String column;
    private final String sqlType;
    private final boolean descending;

    NoteOrder(String column, String sqlType, boolean descending) {
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
