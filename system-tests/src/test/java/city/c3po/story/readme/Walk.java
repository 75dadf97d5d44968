package city.c3po.story.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import city.c3po.story.suite.RunningSuite;
import city.c3po.testing.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A reader with one terminal, who pastes what pages tell them to, in order. */
record Walk(RunningSuite suite, Path folder) {
    void through(String... pages) throws IOException {
        var text = new StringBuilder();
        for (var page : pages) {
            text.append(Files.readString(Workspace.root().resolve(page))).append('\n');
        }
        // Only the port differs: a reader's suite may be running on the usual ones.
        var tour = Tour.in(text.toString()
                .replace("127.0.0.1:8080", "127.0.0.1:" + suite.port(8080))
                .replace("localhost:8080", "localhost:" + suite.port(8080)));
        assertFalse(tour.stops().isEmpty(), "the pages have blocks fenced with ```sh tour");
        var script = Files.writeString(folder.resolve("tour.sh"), tour.script());

        var output = suite.bash(script);

        assertEquals(List.of(), tour.notSeenIn(output));
    }
}
