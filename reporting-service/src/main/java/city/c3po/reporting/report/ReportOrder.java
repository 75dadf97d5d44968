package city.c3po.reporting.report;

import city.c3po.platform.web.Order;

/** In which orders report cycles can be listed. */
enum ReportOrder implements Order {
    LATEST_MEETING(true),
    EARLIEST_MEETING(false);

    private final boolean descending;

    ReportOrder(boolean descending) {
        this.descending = descending;
    }

    @Override
    public String column() {
        return "r.meeting_date";
    }

    @Override
    public String sqlType() {
        return "date";
    }

    @Override
    public boolean descending() {
        return descending;
    }
}
