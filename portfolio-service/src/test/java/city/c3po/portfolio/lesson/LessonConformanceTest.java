package city.c3po.portfolio.lesson;

import city.c3po.testing.SharesInfra;
import city.c3po.testing.Tokens;
import city.c3po.testing.rest.RestConformance;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

@QuarkusTest
@SharesInfra(value = "portfolio", consumes = "charter")
class LessonConformanceTest extends RestConformance {
    @Override
    protected String path() {
        return "/v1/lessons";
    }

    @Override
    protected String newBody(String title) {
        return "{\"statement\": \"%s\", \"cause\": \"c\", \"recommendedCheck\": \"r\", \"tags\": [\"conformance\"], \"sampleData\": true}"
                .formatted(title);
    }

    @Override
    protected String titleMember() {
        return "statement";
    }

    @Override
    protected Invalid invalid() {
        return new Invalid(
                "{\"statement\": \"\", \"cause\": \"c\", \"recommendedCheck\": \"r\", \"tags\": [\"Not A Tag\"]}",
                Set.of("/statement", "/tags/0"));
    }

    @Override
    protected Transition transition() {
        return new Transition("retire", Optional.of("{\"reason\": \"It no longer applies\"}"));
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
        return Tokens.as("policy-admin").token();
    }

    @Override
    protected String stranger() {
        return Tokens.as("submitter-2").token();
    }
}
