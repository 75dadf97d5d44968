package city.c3po.story.client;

import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.story.suite.RunningSuite;
import city.c3po.story.suite.TheSuite;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@TheSuite
@Order(5)
class TypeScriptStory {
    private final RunningSuite suite;

    TypeScriptStory(RunningSuite suite) {
        this.suite = suite;
    }

    @Test
    void the_client_is_made_from_the_document_compiles_and_tells_a_story() throws Exception {
        TypeScriptClient.build(suite);
        var told = TypeScriptClient.run(
                Map.of(
                        "C3PO_URL", suite.address(),
                        "SUBMITTER_TOKEN", suite.token("submitter"),
                        "JOB_TOKEN", suite.token("reporting-job")),
                "npm",
                "run",
                "story");
        TypeScriptClient.run(Map.of(), "npm", "pack", "--pack-destination", TypeScriptClient.OUTPUT.toString());

        assertTrue(told.contains("SUBMITTED"), told);
        assertTrue(Files.exists(TypeScriptClient.OUTPUT.resolve("c3po-suite-client-1.0.0.tgz")));
    }
}
