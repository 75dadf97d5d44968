package city.c3po.platform.web;

import city.c3po.testing.Tokens;
import city.c3po.testing.WithInfra;
import city.c3po.testing.rest.RestConformance;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;

@QuarkusTest
@WithInfra("platformtest")
class NoteConformanceTest extends RestConformance {
    @Override
    protected String path() {
        return "/v1/notes";
    }

    @Override
    protected String newBody(String title) {
        return "{\"title\": \"%s\", \"confidential\": false, \"cost\": {\"amount\": 4321}}".formatted(title);
    }

    @Override
    protected Invalid invalid() {
        return new Invalid(
                "{\"title\": \"\", \"confidential\": false, \"labels\": [\"far too long a label\"]}",
                Set.of("/title", "/labels/0"));
    }

    @Override
    protected Transition transition() {
        return Transition.of("archive");
    }

    @Override
    protected Map<String, String> filter() {
        return Map.of("minCost", "4321");
    }

    @Override
    protected String creator() {
        return Tokens.as("submitter").token();
    }

    @Override
    protected String withoutRole() {
        return Tokens.as("vendor").token();
    }

    @Override
    protected String stranger() {
        return Tokens.as("submitter-2").token();
    }
}
