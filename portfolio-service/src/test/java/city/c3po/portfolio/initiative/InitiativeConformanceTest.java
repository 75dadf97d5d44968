package city.c3po.portfolio.initiative;

import city.c3po.testing.SharesInfra;
import city.c3po.testing.Tokens;
import city.c3po.testing.rest.RestConformance;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;

@QuarkusTest
@SharesInfra(value = "portfolio", consumes = "charter")
class InitiativeConformanceTest extends RestConformance {
    @Override
    protected String path() {
        return "/v1/initiatives";
    }

    @Override
    protected String newBody(String title) {
        return "{\"title\": \"%s\", \"sponsoringDepartment\": \"DEP-PW\", \"sampleData\": true}".formatted(title);
    }

    @Override
    protected Invalid invalid() {
        return new Invalid(
                "{\"title\": \"\", \"sponsoringDepartment\": \"PW\", \"why\": {\"goals\": [\"\"]}}",
                Set.of("/title", "/sponsoringDepartment", "/why/goals/0"));
    }

    @Override
    protected Transition transition() {
        return Transition.of("submit");
    }

    @Override
    protected Map<String, String> filter() {
        return Map.of("sampleData", "true");
    }

    @Override
    protected String creator() {
        return Tokens.as("submitter").token();
    }

    @Override
    protected String withoutRole() {
        return Tokens.as("ppm").token();
    }

    @Override
    protected String stranger() {
        return Tokens.as("submitter-2").token();
    }
}
