package city.c3po.charter;

import city.c3po.testing.Tokens;
import city.c3po.testing.WithInfra;
import city.c3po.testing.fuzz.DocumentFuzzer;
import city.c3po.testing.openapi.Operation;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

@QuarkusTest
@WithInfra(value = "charter", consumes = "portfolio")
class CharterFuzzTest extends DocumentFuzzer {
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
        var path = operation.path();
        if (path.startsWith("/v1/charter-parked-events")) {
            return Tokens.as("operator");
        }
        if (path.startsWith("/v1/charter-templates")) {
            return Http.ADMIN;
        }
        if (path.contains("/sign-offs/") || path.startsWith("/v1/delegations")) {
            return Http.SPONSOR;
        }
        return Http.PPM;
    }

    @Override
    protected Map<String, String> pathParameters(Operation operation) {
        return records.pathParameters(operation);
    }
}
