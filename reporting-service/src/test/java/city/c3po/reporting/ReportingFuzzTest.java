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
        return operation.path().startsWith("/public/")
                ? Optional.empty()
                : Optional.of(Tokens.as("operator")
                        .roles("operator", "portfolio-manager", "reader")
                        .sub(Tokens.client("reporting-job").subject())
                        .bearer());
    }

    @Override
    protected Map<String, String> pathParameters(Operation operation) {
        return Samples.of(operation);
    }
}
