package city.c3po.story.intake;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.story.cast.Department;
import city.c3po.story.cast.JournalRows;
import city.c3po.story.cast.Proposals;
import city.c3po.story.cast.Topic;
import city.c3po.story.suite.RunningSuite;
import city.c3po.story.suite.TheSuite;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@TheSuite
@Order(4)
class ReplayStory {
    private final RunningSuite suite;
    private final JournalRows journal;

    ReplayStory(RunningSuite suite) {
        this.suite = suite;
        this.journal = new JournalRows(suite, "portfolio");
    }

    @Test
    void a_journal_is_published_once_more_with_the_ids_its_events_had() {
        var from = journal.head() + 1;
        var initiative = new Department(suite.door().as("submitter"))
                .submit(Proposals.major("Told twice"))
                .text("/id");
        var first = new Topic(suite, "c3po.portfolio.v1");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> first.about(initiative).size() == 3);

        var again = "c3po.portfolio-from-%d.v1".formatted(from);
        var said = suite.c3po("replay", "portfolio", "--from", Long.toString(from), "--topic", again);

        assertAll(
                () -> assertTrue(said.contains("3 events sent again to " + again), said),
                () -> assertEquals(first.about(initiative), new Topic(suite, again).about(initiative)));
    }
}
