package city.c3po.reporting;

import city.c3po.testing.WithInfra;
import city.c3po.testing.authorization.AuthorizationMatrix;
import city.c3po.testing.openapi.Operation;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;

@QuarkusTest
@WithInfra(value = "reporting", consumes = "portfolio", cabled = true)
class ReportingAuthorizationTest extends AuthorizationMatrix {
    @Override
    protected String key() {
        return "reporting";
    }

    @Override
    protected Map<String, String> pathParameters(Operation operation) {
        return Samples.of(operation);
    }
}
