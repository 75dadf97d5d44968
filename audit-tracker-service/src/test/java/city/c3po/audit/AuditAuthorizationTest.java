package city.c3po.audit;

import city.c3po.testing.authorization.AuthorizationMatrix;
import city.c3po.testing.openapi.Operation;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

@QuarkusTest
@WithTestResource(TheServers.class)
class AuditAuthorizationTest extends AuthorizationMatrix {
    private Records records;

    @BeforeEach
    void records() {
        records = new Records();
    }

    @Override
    protected String key() {
        return "audit";
    }

    @Override
    protected Map<String, String> pathParameters(Operation operation) {
        return records.pathParameters(operation);
    }

    /** Where an example would create something, a body that is refused by a rule after every permission was asked. */
    @Override
    protected Optional<String> body(Operation operation) {
        return switch (operation.id()) {
            case "issueAudit" ->
                Optional.of(
                        "{\"title\": \"x\", \"issuerKind\": \"INTERNAL\", \"body\": \"city-auditor\", \"issued\": \"2998-01-01\"}");
            case "issueRecommendation" ->
                Optional.of("{\"finding\": \"%s\", \"title\": \"x\", \"leadDepartment\": \"DEP-PW\", \"ordinal\": 1}"
                        .formatted(records.finding));
            case "openFollowUpCycle" ->
                Optional.of("{\"body\": \"%s\", \"asOf\": \"2026-12-31\"}".formatted(records.freeBody));
            case "giveDirection" ->
                Optional.of(
                        "{\"body\": \"smart-cities-committee\", \"meetingDate\": \"2998-01-01\", \"text\": \"x\", \"department\": \"DEP-PW\"}");
            case "recordFinding" -> Optional.of("{\"key\": \"F1\", \"title\": \"x\"}");
            case "addEvidence" -> Optional.of("{\"title\": \"x\", \"kind\": \"FILE\", \"elements\": [\"E9\"]}");
            default -> Optional.empty();
        };
    }
}
