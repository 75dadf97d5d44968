package city.c3po.portfolio.statusreport;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a status is told about. */
@Schema(name = "StatusDimension")
enum Dimension {
    SCOPE,
    SCHEDULE,
    COST,
    RESOURCES,
    RISK,
    BENEFITS,
    VENDOR
}
