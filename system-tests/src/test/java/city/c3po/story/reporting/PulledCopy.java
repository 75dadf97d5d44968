package city.c3po.story.reporting;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.story.suite.Answer;
import city.c3po.story.suite.Door;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a job holds that does as the pages of the feed tell it, and nothing else. Keeps one address. */
final class PulledCopy {
    private static final Duration BOUND = Duration.ofSeconds(90);

    private final Door door;
    private final TreeMap<String, JsonNode> held = new TreeMap<>();
    private String next;
    private Instant completeThrough = Instant.EPOCH;
    private boolean whole;

    PulledCopy(Door door, String begin) {
        this.door = door;
        this.next = begin;
    }

    SortedMap<String, JsonNode> held() {
        return Collections.unmodifiableSortedMap(held);
    }

    /** One page. Whatever goes wrong, the same page is asked for the next time. */
    boolean pull() {
        try {
            var page = door.attempt("GET", next, "");
            if (!page.succeeded()) {
                return false;
            }
            take(page);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void take(Answer page) {
        page.items().forEach(this::apply);
        if (page.json().path("completeThrough").isTextual()) {
            completeThrough = Instant.parse(page.text("/completeThrough"));
        }
        whole = !page.json().at("/page/hasMore").asBoolean();
        next = page.text(whole ? "/page/delta" : "/page/next");
    }

    private void apply(JsonNode item) {
        var id = item.at("/subject/id").asText();
        switch (item.path("op").asText()) {
            case "removed", "leftScope" -> held.remove(id);
            case "created", "enteredScope", "snapshot" -> held.put(id, item.path("data"));
            default -> {
                assertTrue(held.containsKey(id), () -> "told of before: " + item);
                held.put(id, item.path("data"));
            }
        }
    }

    /** To the end of a round that knows everything up to an instant. */
    void pullUntil(Instant recorded) {
        await("a round that is complete through " + recorded)
                .atMost(BOUND)
                .until(() -> pull() && whole && !completeThrough.isBefore(recorded));
    }
}
