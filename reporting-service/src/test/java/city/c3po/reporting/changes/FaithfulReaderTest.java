package city.c3po.reporting.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.reporting.Portfolio;
import city.c3po.reporting.Portfolio.Event;
import city.c3po.testing.Cable;
import city.c3po.testing.WithInfra;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A reader who follows the addresses holds exactly what it may see, whenever it asks and however large its pages are:
 * while records are made, changed, hidden, shown and removed, and while deliveries are repeated and out of order.
 */
@QuarkusTest
@WithInfra(value = "reporting", consumes = "portfolio", cabled = true)
class FaithfulReaderTest {
    private static final int SUBJECTS = 12;

    private Portfolio portfolio;
    private final TreeMap<String, Long> truth = new TreeMap<>();
    private final TreeMap<String, Long> versions = new TreeMap<>();

    @BeforeEach
    void open() {
        portfolio = new Portfolio();
    }

    @AfterEach
    void close() {
        portfolio.close();
    }

    @ParameterizedTest
    @CsvSource({"1,net", "2,net", "3,net", "4,net", "1,log", "2,log", "3,log"})
    void holdsExactlyWhatIs(long seed, String mode) {
        var random = new Random(seed);
        var job = Job.reader();
        var held = new TreeMap<String, Long>();
        var address = "/v1/changes?types=" + portfolio.type + "&departments=DEP-PW&mode=" + mode + "&limit="
                + (1 + random.nextInt(9));
        for (int round = 0; round < 12; round++) {
            deliver(random, 1 + random.nextInt(40));
            // sometimes several times, sometimes not to the end of what is there yet
            for (int pull = random.nextInt(3); pull > 0; pull--) {
                address = pull(job, address, held);
            }
        }
        Portfolio.await("all is taken", this::allTaken);

        pull(job, address, held);

        assertEquals(truth, held);
    }

    /** After every round the copy is the truth, although what takes the events in is cut off in the midst of it. */
    @ParameterizedTest
    @CsvSource({"5,net", "6,log"})
    void holdsExactlyWhatIsAfterEveryRoundAlthoughTheIntakeIsKilled(long seed, String mode) {
        var random = new Random(seed);
        var job = Job.reader();
        var held = new TreeMap<String, Long>();
        var address = "/v1/changes?types=" + portfolio.type + "&departments=DEP-PW&mode=" + mode + "&limit=7";
        for (int round = 0; round < 5; round++) {
            deliver(random, 20 + random.nextInt(20));
            kill(random);
            deliver(random, 20 + random.nextInt(20));
            Portfolio.await("all is taken", this::allTaken);

            address = pull(job, address, held);

            assertEquals(truth, held, "round " + round);
        }
    }

    /** Its sessions end in the midst of whatever they do, or the broker is away for a moment. */
    private static void kill(Random random) {
        if (random.nextBoolean()) {
            Portfolio.count("""
                    select count(pg_terminate_backend(pid)) from pg_stat_activity
                    where datname = current_database() and usename = current_user and application_name = 'reporting'
                      and pid <> pg_backend_pid()""");
        } else {
            Cable.kafka().cut();
            Cable.kafka().restore();
        }
    }

    private String pull(Job job, String address, TreeMap<String, Long> held) {
        var round = job.round(address);
        long last = 0;
        for (var item : round.items()) {
            assertTrue(item.path("seq").asLong() > last, "in the order of the log");
            last = item.path("seq").asLong();
            apply(item, held);
        }
        return round.delta();
    }

    private static void apply(JsonNode item, TreeMap<String, Long> held) {
        var id = item.at("/subject/id").asText();
        long version = item.at("/subject/version").asLong();
        switch (item.path("op").asText()) {
            case "snapshot", "created", "enteredScope" -> {
                assertTrue(held.put(id, version) == null, "not known before: " + item);
                assertTrue(item.path("data").isObject());
            }
            case "updated" -> assertTrue(held.put(id, version) != null, "known before: " + item);
            case "removed" ->
                assertTrue(held.remove(id) != null || item.path("transient").asBoolean(), "known before: " + item);
            case "leftScope" -> assertTrue(held.remove(id) != null, "known before: " + item);
            case "gap", "gapResolved" -> {
                // says that data may be behind, or no more; what it brings is as good as it gets, also of one not yet
                // known
                if (item.path("data").isObject()) {
                    held.put(id, version);
                }
            }
            default -> throw new AssertionError(item);
        }
    }

    /** Some events, each perhaps twice, and neighbours perhaps in the wrong order. */
    private void deliver(Random random, int number) {
        var events = new ArrayList<Event>();
        for (int n = 0; n < number; n++) {
            events.add(next(random));
            if (random.nextInt(4) == 0) {
                events.add(events.get(random.nextInt(events.size())));
            }
            if (events.size() > 1 && random.nextInt(4) == 0) {
                Collections.swap(events, events.size() - 1, events.size() - 2);
            }
        }
        portfolio.send(events.stream().map(event -> event.in(random.nextInt(6))).toList());
    }

    private Event next(Random random) {
        var id = "s" + random.nextInt(SUBJECTS);
        long version = versions.merge(id, 1L, Long::sum);
        var event = portfolio.event(id, version);
        return switch (random.nextInt(8)) {
            case 0 -> hidden(id, event.access("CONFIDENTIAL", "DEP-PW"));
            case 1 -> hidden(id, event.access("INTERNAL", "DEP-LIB"));
            case 2 -> hidden(id, event.fact("removed").access("INTERNAL", "DEP-PW"));
            default -> {
                truth.put(id, version);
                yield event.access("INTERNAL", "DEP-PW");
            }
        };
    }

    private Event hidden(String id, Event event) {
        truth.remove(id);
        return event;
    }

    private boolean allTaken() {
        return versions.entrySet().stream()
                .allMatch(entry -> Portfolio.count("select count(*) from subject where type = '" + portfolio.type
                                + "' and id = '" + entry.getKey() + "' and version = " + entry.getValue())
                        == 1);
    }
}
