package city.c3po.portfolio.statusreport;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a status is told about. */
@Schema(name = "StatusDimension")
enum Dimension {
    SCOPE("An approved baseline: nothing else says what the changes are measured against."),
    SCHEDULE("An approved baseline, and the schedule."),
    COST("An approved baseline, and a forecast or the budgets of the schedule."),
    RESOURCES("Allocations of hours for the month in which the period ends, or a later one."),
    RISK("An approved baseline, and the risks with their costs."),
    BENEFITS("A benefit with its baseline and target, and a first reading of it."),
    VENDOR("Orders that finance posts (ENCUMBRANCE), or risks and issues that name a vendor.");

    private final String needs;

    Dimension(String needs) {
        this.needs = needs;
    }

    /** What must be on record before it can be computed. */
    String needs() {
        return needs;
    }
}
