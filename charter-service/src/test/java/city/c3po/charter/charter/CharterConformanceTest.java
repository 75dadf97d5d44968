package city.c3po.charter.charter;

import city.c3po.charter.Portfolio;
import city.c3po.testing.Tokens;
import city.c3po.testing.WithInfra;
import city.c3po.testing.rest.RestConformance;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;

@QuarkusTest
@WithInfra(value = "charter", consumes = "portfolio")
class CharterConformanceTest extends RestConformance {
    @Override
    protected String path() {
        return "/v1/charters";
    }

    /** Each body has a project of its own: a project has one charter. */
    @Override
    protected String newBody(String title) {
        return "{\"title\": \"%s\", \"project\": \"%s\", \"sampleData\": true}"
                .formatted(title, Portfolio.project("LITE", "DEP-PW"));
    }

    @Override
    protected Invalid invalid() {
        return new Invalid(
                "{\"title\": \"\", \"project\": \"a b\", \"content\": {\"project\": {\"when\": {\"exitCriteria\": [\"\"]}}}}",
                Set.of("/title", "/project", "/content/project/when/exitCriteria/0"));
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
        return Tokens.as("assessor-1").token();
    }

    @Override
    protected String stranger() {
        return Tokens.as("submitter-2").token();
    }
}
