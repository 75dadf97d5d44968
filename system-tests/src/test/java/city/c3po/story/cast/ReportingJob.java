package city.c3po.story.cast;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

import city.c3po.story.suite.Answer;
import city.c3po.story.suite.Door;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A job that pulls changes and remembers nothing but where it stopped. */
public final class ReportingJob {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Door door;
    private final String begin;
    private @Nullable String position;

    /** @param begin what it asks the first time, as {@code /v1/changes?mode=log} */
    public ReportingJob(Door door, String begin) {
        this.door = door;
        this.begin = begin;
    }

    /**
     * All pages of one round.
     *
     * @param completeThrough as its first page says it; the beginning of time while a source has not said anything
     * @param sources how far each source is known
     */
    public record Round(List<JsonNode> items, Instant completeThrough, JsonNode sources) {
        /** What was told about one subject, in the order it was told. */
        public List<JsonNode> about(String id) {
            return items.stream()
                    .filter(item -> item.at("/subject/id").asText().equals(id))
                    .toList();
        }
    }

    /** Everything since the last round, or since the beginning. */
    public Round pull() {
        var items = new ArrayList<JsonNode>();
        var first = page(position == null ? begin : position);
        items.addAll(first.items());
        var page = first;
        while (page.json().at("/page/hasMore").asBoolean()) {
            page = page(page.text("/page/next"));
            items.addAll(page.items());
        }
        position = page.text("/page/delta");
        var through = first.json().get("completeThrough");
        return new Round(
                items,
                through.isNull() ? Instant.EPOCH : Instant.parse(through.asText()),
                first.json().get("sources"));
    }

    /** Rounds until everything that was recorded up to an instant has been told. */
    public Round pullUntil(Instant recorded) {
        var items = new ArrayList<JsonNode>();
        return await().atMost(PATIENCE)
                .until(
                        () -> {
                            var round = pull();
                            items.addAll(round.items());
                            return new Round(List.copyOf(items), round.completeThrough(), round.sources());
                        },
                        round -> !round.completeThrough().isBefore(recorded));
    }

    /** Where it stopped: a link that asks for what is new. */
    public String position() {
        return requireNonNull(position, "the job has not pulled yet");
    }

    private Answer page(String path) {
        return door.get(path).expect(200);
    }
}
