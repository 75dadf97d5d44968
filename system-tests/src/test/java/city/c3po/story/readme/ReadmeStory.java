package city.c3po.story.readme;

import city.c3po.story.suite.RunningSuite;
import city.c3po.story.suite.TheSuite;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@TheSuite
@Order(7)
class ReadmeStory {
    private final RunningSuite suite;

    ReadmeStory(RunningSuite suite) {
        this.suite = suite;
    }

    @Test
    void the_tour_works_by_copy_and_paste(@TempDir Path folder) throws IOException {
        new Walk(suite, folder).through("README.md");
    }
}
