package city.c3po.reporting.report;

import city.c3po.testing.Tokens;
import city.c3po.testing.WithInfra;
import city.c3po.testing.rest.RestConformance;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;

@QuarkusTest
@WithInfra(value = "reporting", consumes = "portfolio", cabled = true)
class ReportConformanceTest extends RestConformance {
    @Override
    protected String path() {
        return "/v1/report-cycles";
    }

    @Override
    protected String newBody(String title) {
        return "{\"title\": \"%s\", \"body\": \"conformance\", \"cutOff\": \"2026-02-28\", \"meetingDate\": \"2026-03-05\"}"
                .formatted(title);
    }

    @Override
    protected Invalid invalid() {
        return new Invalid(
                "{\"title\": \"\", \"body\": \"No Code\", \"cutOff\": \"2026-02-28\", \"meetingDate\": null}",
                Set.of("/title", "/body", "/meetingDate"));
    }

    @Override
    protected Transition transition() {
        return Transition.of("collect");
    }

    @Override
    protected Map<String, String> filter() {
        return Map.of("body", "conformance");
    }

    @Override
    protected String creator() {
        return Tokens.as("ppm").token();
    }

    @Override
    protected String withoutRole() {
        return Tokens.as("submitter").token();
    }

    @Override
    protected String stranger() {
        return Tokens.as("vendor").token();
    }
}
