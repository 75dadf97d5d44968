package city.c3po.audit;

import city.c3po.testing.Tokens;
import city.c3po.testing.fuzz.DocumentFuzzer;
import city.c3po.testing.openapi.Operation;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

@QuarkusTest
@WithTestResource(TheServers.class)
class AuditFuzzTest extends DocumentFuzzer {
    private Records records;

    @BeforeEach
    void records() {
        records = new Records();
    }

    @Override
    protected Optional<String> bearer(Operation operation) {
        return Optional.of(caller(operation).bearer());
    }

    private static Tokens caller(Operation operation) {
        var path = operation.path();
        if (path.startsWith("/v1/audit-parked-events")) {
            return Tokens.as("operator");
        }
        if (path.endsWith("/sign-off")) {
            return Http.HEAD;
        }
        return Http.PPM.roles("portfolio-manager", "auditor", "submitter").bodies("city-auditor");
    }

    @Override
    protected Map<String, String> pathParameters(Operation operation) {
        return records.pathParameters(operation);
    }
}
