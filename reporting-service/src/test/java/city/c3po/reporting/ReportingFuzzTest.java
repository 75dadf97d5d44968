package city.c3po.reporting;

import city.c3po.testing.Tokens;
import city.c3po.testing.WithInfra;
import city.c3po.testing.fuzz.DocumentFuzzer;
import city.c3po.testing.openapi.Operation;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Optional;

@QuarkusTest
@WithInfra(value = "reporting", consumes = "portfolio", cabled = true)
class ReportingFuzzTest extends DocumentFuzzer {
    @Override
    protected Optional<String> bearer(Operation operation) {
        var path = operation.path();
        if (path.startsWith("/public/")) {
            return Optional.empty();
        }
        if (path.startsWith("/v1/change-subscriptions")) {
            return Optional.of(Tokens.client("reporting-job").bearer());
        }
        return Optional.of(Tokens.as(path.startsWith("/v1/reporting-parked") ? "operator" : "ppm")
                .bearer());
    }

    @Override
    protected Map<String, String> pathParameters(Operation operation) {
        return Samples.of(operation);
    }
}
