package city.c3po.story.reporting;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.story.cast.Proposals;
import city.c3po.story.suite.Answer;
import city.c3po.story.suite.Door;
import city.c3po.story.suite.RunningSuite;
import city.c3po.story.suite.TheSuite;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * A department writes whatever comes to its mind, a job pulls whenever it likes, and parts of the suite are killed in
 * between. After every round the job's copy is what the owner of the records says, member by member.
 */
@TheSuite
@Order(51)
class FaithfulCopyStory {
    private static final long SEED = 20_261_122;
    private static final int STEPS = 40;
    /** While a part is dead an attempt may take seconds. */
    private static final int STEPS_IN_THE_DARK = 6;

    private static final Duration BOUND = Duration.ofSeconds(60);

    private final Random random = new Random(SEED);
    private final RunningSuite suite;
    private final Door department;
    private final Door job;
    private final PulledCopy copy;
    private final List<String> written = new ArrayList<>();
    private int setbacks;

    FaithfulCopyStory(RunningSuite suite) {
        this.suite = suite;
        this.department = suite.door().as("submitter");
        this.job = suite.door().as("reporting-job");
        this.copy = new PulledCopy(job, "/v1/changes?types=initiative&limit=" + (5 + random.nextInt(30)));
    }

    @Test
    void whatever_dies_the_copy_is_the_truth_after_every_round() {
        var victims = new ArrayList<>(List.of("reporting", "kafka", "postgres"));
        Collections.shuffle(victims, random);
        for (var victim : victims) {
            var blow = suite.aimAt(victim);
            live(STEPS);
            blow.run();
            live(STEPS_IN_THE_DARK);
            suite.start(victim);
            live(STEPS);

            var truth = truth();
            copy.pullUntil(CityClock.now(suite));

            assertEquals(truth.keySet(), copy.held().keySet(), "after " + victim + " died, seed " + SEED);
            copy.held().forEach((id, data) -> assertSame(data, truth.get(id), victim));
        }
        assertTrue(setbacks > 0, "the blows were felt");
        assertFalse(written.isEmpty());
    }

    private void live(int steps) {
        for (int n = 0; n < steps; n++) {
            switch (random.nextInt(5)) {
                case 0 -> pull();
                case 1, 2 -> draft(n);
                case 3 -> edit(n);
                default -> submit();
            }
        }
    }

    /** To somewhere in the midst of a round, perhaps. */
    private void pull() {
        for (int pages = 1 + random.nextInt(3); pages > 0; pages--) {
            if (!copy.pull()) {
                setbacks++;
                return;
            }
        }
    }

    private void draft(int n) {
        send(
                        department.json(),
                        "POST",
                        "/v1/initiatives",
                        Proposals.minor("Written " + n).toString())
                .ifPresent(answer -> written.add(answer.text("/href")));
    }

    private void edit(int n) {
        one().ifPresent(seen -> send(
                department.ifMatch(seen).with("Content-Type", "application/merge-patch+json"),
                "PATCH",
                seen.text("/href"),
                "{\"title\": \"Written again %d\"}".formatted(n)));
    }

    private void submit() {
        one().ifPresent(seen -> send(department.ifMatch(seen), "POST", seen.text("/href") + "/submit", ""));
    }

    private Optional<Answer> one() {
        return written.isEmpty()
                ? Optional.empty()
                : send(department, "GET", written.get(random.nextInt(written.size())), "");
    }

    /** What became of it may never be known: then the truth will tell. A rule's refusal is an answer as any other. */
    private Optional<Answer> send(Door door, String method, String path, String body) {
        try {
            var answer = door.attempt(method, path, body);
            if (answer.succeeded()) {
                return Optional.of(answer);
            }
            if (answer.status() >= 500 || answer.status() == 429) {
                setbacks++;
            }
        } catch (IOException e) {
            setbacks++;
        }
        return Optional.empty();
    }

    /** As their owner shows them to the same job. */
    private TreeMap<String, JsonNode> truth() {
        return await("the owner answers")
                .atMost(BOUND)
                .until(this::read, Optional::isPresent)
                .orElseThrow();
    }

    private Optional<TreeMap<String, JsonNode>> read() {
        var all = new TreeMap<String, JsonNode>();
        for (var next = "/v1/initiatives?limit=500"; !next.isEmpty(); ) {
            var page = send(job, "GET", next, "");
            if (page.isEmpty()) {
                return Optional.empty();
            }
            page.get().items().forEach(item -> all.put(item.path("id").asText(), item));
            next = page.get().json().path("next").asText("").replace("null", "");
        }
        return Optional.of(all);
    }

    /** The copy leaves out what depends on the reader or the hour. */
    private static void assertSame(JsonNode data, JsonNode truth, String victim) {
        data.properties()
                .forEach(member -> assertEquals(
                        member.getValue(),
                        truth.path(member.getKey()),
                        () -> member.getKey() + " of " + data + " after " + victim + " died"));
    }
}
