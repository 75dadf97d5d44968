package city.c3po.portfolio.statusreport;

import java.util.EnumSet;
import java.util.Set;

/** Where a report stands; the only table of its legal moves. */
public enum StatusReportState {
    DRAFT,
    /** Frozen. */
    PUBLISHED;

    Set<StatusReportState> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(PUBLISHED);
            case PUBLISHED -> EnumSet.noneOf(StatusReportState.class);
        };
    }
}
