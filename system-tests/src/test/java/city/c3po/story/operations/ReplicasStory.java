package city.c3po.story.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.story.cast.JournalRows;
import city.c3po.story.cast.ReportingJob;
import city.c3po.story.fault.StubbornClient;
import city.c3po.story.suite.Answer;
import city.c3po.story.suite.Crowd;
import city.c3po.story.suite.Door;
import city.c3po.story.suite.RunningSuite;
import city.c3po.story.suite.TheSuite;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Services and the gateway twice, one address for each pair, and clients that write all the time. Every few seconds a
 * replica dies that holds a lease, and comes back.
 */
@TheSuite
@Order(82)
class ReplicasStory {
    /** {@code -Dc3po.replicas=all}: all five, which takes some minutes with twenty processes on two processors. */
    private static final List<Load> LOADS = "all".equals(System.getProperty("c3po.replicas"))
            ? Load.ALL
            : Load.ALL.stream()
                    .filter(load -> Set.of("portfolio", "reporting").contains(load.service()))
                    .toList();

    private static final int CLIENTS_PER_SERVICE = 2;
    /** Between two deaths each service takes so many writes: the pair works, and works on. */
    private static final int BETWEEN_DEATHS = 5;

    /** The promise is five seconds; on a machine that does ten things at once only its kind can be demanded. */
    private static final Duration LEASE_MOVES_WITHIN = Duration.ofSeconds(30);

    private final RunningSuite suite;
    private final AtomicInteger setbacks = new AtomicInteger();
    private final AtomicBoolean enough = new AtomicBoolean();
    private final Map<String, ConcurrentLinkedQueue<Answer>> answered = new HashMap<>();

    ReplicasStory(RunningSuite suite) {
        this.suite = suite;
        LOADS.forEach(load -> answered.put(load.service(), new ConcurrentLinkedQueue<>()));
    }

    @Test
    void while_one_replica_after_the_other_dies_every_write_is_taken_once_and_told_once() throws Exception {
        var heads = new HashMap<String, Long>();
        LOADS.forEach(load -> heads.put(load.service(), journal(load).head()));
        var moved = new TreeMap<String, Duration>();
        try (var pairs = Pairs.of(suite, LOADS.stream().map(Load::service).toList())) {
            var door = pairs.door();
            try (var clients = new Crowd(
                    LOADS.size() * CLIENTS_PER_SERVICE,
                    client ->
                            () -> write(door, LOADS.get(client / CLIENTS_PER_SERVICE), client % CLIENTS_PER_SERVICE))) {
                for (var service : pairs.services()) {
                    awaitProgress(clients);
                    moved.put(service, pairs.killHolder(service, LEASE_MOVES_WITHIN));
                    awaitProgress(clients);
                    pairs.revive(service);
                }
                awaitProgress(clients);
                pairs.killGateway();
                awaitProgress(clients);
                enough.set(true);
                clients.awaitEnd();
            }
        }

        System.out.println("Relay leases moved after " + moved + "; attempts repeated: " + setbacks);
        assertTrue(setbacks.get() > 0, "the deaths were felt");
        for (var load : LOADS) {
            var recorded = journal(load).versionsAfter(load.aggregate(), heads.get(load.service()));
            var promised = answered.get(load.service()).stream()
                    .map(answer -> answer.text("/id"))
                    .toList();
            assertEquals(promised.size(), Map.copyOf(recorded).size(), load.service() + " took each write once");
            assertTrue(recorded.keySet().containsAll(promised), load.service() + " keeps what it promised");
        }
        toldOnce(heads);
    }

    private void toldOnce(Map<String, Long> heads) {
        // single assets are told to those only who ask for them
        var types = LOADS.stream().map(Load::aggregate).collect(Collectors.joining(","));
        var told = new ReportingJob(suite.door().as("reporting-job"), "/v1/changes?mode=log&types=" + types)
                .pullUntil(Instant.now());
        for (var load : LOADS) {
            if (Load.TOLD.contains(load.service())) {
                var recorded = journal(load).versionsAfter(load.aggregate(), heads.get(load.service()));
                var seen = recorded.keySet().stream()
                        .collect(Collectors.toMap(
                                id -> id,
                                id -> told.about(id).stream()
                                        .map(item -> item.at("/subject/version").asLong())
                                        .toList()));
                assertEquals(Map.copyOf(recorded), seen, load.service() + " is told once, in order");
            }
        }
    }

    private JournalRows journal(Load load) {
        return new JournalRows(suite, load.service());
    }

    private Void write(Door door, Load load, int client) {
        var system = new StubbornClient(setbacks);
        var writer = door.as(load.user());
        for (var n = client; !enough.get(); n += CLIENTS_PER_SERVICE) {
            answered.get(load.service()).add(system.post(writer, load.path(), load.body(n + 1)));
        }
        return null;
    }

    private void awaitProgress(Crowd clients) {
        var before = counts();
        clients.await(
                "each service takes %d writes more".formatted(BETWEEN_DEATHS),
                () -> counts().entrySet().stream()
                        .allMatch(now -> now.getValue() >= before.get(now.getKey()) + BETWEEN_DEATHS));
    }

    private Map<String, Integer> counts() {
        return answered.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().size()));
    }
}
