package city.c3po.reporting;

import static io.restassured.RestAssured.given;

import city.c3po.platform.web.ProblemCatalogue;
import city.c3po.testing.WithInfra;
import city.c3po.testing.openapi.OpenApiDrift;
import city.c3po.testing.openapi.ProblemCodes;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfra(value = "reporting", consumes = "portfolio", cabled = true)
class ReportingDocumentTest {
    @Inject
    ProblemCatalogue problems;

    @Test
    void theDocumentIsTheCommittedOne() {
        OpenApiDrift.of("reporting").check(given().get("/q/openapi?format=json").asString());
    }

    @Test
    void theProblemsAreTheCommittedOnes() {
        ProblemCodes.of("reporting").check(problems.entries());
    }
}
