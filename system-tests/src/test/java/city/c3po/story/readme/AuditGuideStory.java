package city.c3po.story.readme;

import city.c3po.story.suite.RunningSuite;
import city.c3po.story.suite.TheSuite;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After the audit's own story, which begins with the table as it was reported. */
@TheSuite
@Order(75)
class AuditGuideStory {
    private final RunningSuite suite;

    AuditGuideStory(RunningSuite suite) {
        this.suite = suite;
    }

    @Test
    void the_guide_to_an_audit_works_by_copy_and_paste(@TempDir Path folder) throws IOException {
        suite.c3po("demo");
        new Walk(suite, folder).through("docs/guide/README.md", "docs/guide/audit.md");
    }
}
