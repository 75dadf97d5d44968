package city.c3po.charter;

import city.c3po.testing.WithInfra;
import city.c3po.testing.authorization.AuthorizationMatrix;
import city.c3po.testing.openapi.Operation;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

@QuarkusTest
@WithInfra(value = "charter", consumes = "portfolio")
class CharterAuthorizationTest extends AuthorizationMatrix {
    private Records records;

    @BeforeEach
    void records() {
        records = Records.made();
    }

    @Override
    protected String key() {
        return "charter";
    }

    @Override
    protected Map<String, String> pathParameters(Operation operation) {
        return records.pathParameters(operation);
    }

    /** Where an example would create something, a body that is refused by a rule after every permission was asked. */
    @Override
    protected Optional<String> body(Operation operation) {
        return switch (operation.id()) {
            case "draftCharter" -> Optional.of("{\"project\": \"%s\"}".formatted(records.freeProject));
            case "giveDelegation" ->
                Optional.of(
                        "{\"delegate\": \"deputy\", \"from\": \"2999-01-01\", \"until\": \"2999-01-02\", \"purposes\": [\"COMMIT\"]}");
            default -> Optional.empty();
        };
    }
}
