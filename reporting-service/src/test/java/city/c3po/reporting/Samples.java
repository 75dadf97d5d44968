package city.c3po.reporting;

import city.c3po.reporting.changes.SubscriptionSample;
import city.c3po.reporting.report.ReportSample;
import city.c3po.testing.openapi.Operation;
import java.util.Map;

/** Values for the path parameters of the document's operations: of records that exist. */
final class Samples {
    private Samples() {}

    static Map<String, String> of(Operation operation) {
        var path = operation.path();
        if (path.startsWith("/v1/reporting-parked-events/{id}")) {
            return Map.of("id", Parked.held());
        }
        if (path.startsWith("/v1/report") || path.startsWith("/public/dashboard/reports")) {
            return path.contains("{id}") ? Map.of("id", ReportSample.id(), "n", "1") : Map.of();
        }
        return path.contains("{name}") ? Map.of("name", SubscriptionSample.name()) : Map.of();
    }
}
