package city.c3po.story.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import city.c3po.story.suite.RunningSuite;
import city.c3po.story.suite.TheSuite;
import city.c3po.testing.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        // Only the port differs: a reader's suite may be running on the usual ones.
        var page = Files.readString(Workspace.root().resolve("README.md"))
                .replace("127.0.0.1:8080", "127.0.0.1:" + suite.port(8080))
                .replace("localhost:8080", "localhost:" + suite.port(8080));
        var tour = Tour.in(page);
        assertFalse(tour.stops().isEmpty(), "the README has blocks fenced with ```sh tour");
        var script = Files.writeString(folder.resolve("tour.sh"), tour.script());

        var output = suite.bash(script);

        assertEquals(List.of(), tour.notSeenIn(output));
    }
}
