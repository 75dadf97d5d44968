package city.c3po.inventory;

import city.c3po.testing.Tokens;
import city.c3po.testing.WithInfra;
import city.c3po.testing.fuzz.DocumentFuzzer;
import city.c3po.testing.openapi.Operation;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;

@QuarkusTest
@WithInfra(
        value = "inventory",
        consumes = {"portfolio", "inventory-assets"})
class InventoryFuzzTest extends DocumentFuzzer {
    private static final Set<String> ADMINISTERED =
            Set.of("putSource", "putProductLifecycle", "withdrawSource", "reinstateSource", "putPlaceholders");

    private Records records;

    @BeforeEach
    void records() {
        records = Records.made();
    }

    @Override
    protected Optional<String> bearer(Operation operation) {
        return Optional.of(caller(operation).bearer());
    }

    private static Tokens caller(Operation operation) {
        if (operation.path().startsWith("/v1/inventory-parked-events")) {
            return Tokens.as("operator");
        }
        if (operation.id().equals("importAssets")) {
            return Http.FINANCE;
        }
        return ADMINISTERED.contains(operation.id()) ? Http.ADMIN : Http.PPM;
    }

    /** A file is taken whatever its rows say: each row is told what is wrong with it. */
    @Override
    protected Optional<JsonNode> body(Operation operation) {
        return operation.id().equals("importAssets") ? Optional.empty() : super.body(operation);
    }

    @Override
    protected Map<String, String> pathParameters(Operation operation) {
        return records.pathParameters(operation);
    }
}
