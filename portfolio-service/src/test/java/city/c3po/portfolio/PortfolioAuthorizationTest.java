package city.c3po.portfolio;

import city.c3po.testing.SharesInfra;
import city.c3po.testing.authorization.AuthorizationMatrix;
import city.c3po.testing.openapi.Operation;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

@QuarkusTest
@SharesInfra(value = "portfolio", consumes = "charter")
class PortfolioAuthorizationTest extends AuthorizationMatrix {
    private Records records;

    @BeforeEach
    void records() {
        records = Records.made();
    }

    @Override
    protected String key() {
        return "portfolio";
    }

    @Override
    protected Map<String, String> pathParameters(Operation operation) {
        return records.pathParameters(operation);
    }
}
