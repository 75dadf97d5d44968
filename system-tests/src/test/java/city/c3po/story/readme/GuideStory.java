package city.c3po.story.readme;

import city.c3po.story.suite.RunningSuite;
import city.c3po.story.suite.TheSuite;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Early, while the suite's clock is the reader's. */
@TheSuite
@Order(8)
class GuideStory {
    private final RunningSuite suite;

    GuideStory(RunningSuite suite) {
        this.suite = suite;
    }

    @BeforeEach
    void city() {
        suite.c3po("demo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"charter", "controls", "inventory", "reporting"})
    void a_page_of_the_guide_works_by_copy_and_paste(String page, @TempDir Path folder) throws IOException {
        new Walk(suite, folder).through("docs/guide/README.md", "docs/guide/" + page + ".md");
    }
}
