package city.c3po.inventory;

import city.c3po.testing.WithInfra;
import city.c3po.testing.authorization.AuthorizationMatrix;
import city.c3po.testing.openapi.Operation;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

@QuarkusTest
@WithInfra(
        value = "inventory",
        consumes = {"portfolio", "inventory-assets"})
class InventoryAuthorizationTest extends AuthorizationMatrix {
    private Records records;

    @BeforeEach
    void records() {
        records = Records.made();
    }

    @Override
    protected String key() {
        return "inventory";
    }

    @Override
    protected Map<String, String> pathParameters(Operation operation) {
        return records.pathParameters(operation);
    }
}
