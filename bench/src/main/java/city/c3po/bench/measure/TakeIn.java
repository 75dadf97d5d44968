package city.c3po.bench.measure;

import city.c3po.bench.figure.Figure;
import city.c3po.bench.figure.Outcome;
import city.c3po.bench.figure.Series;
import city.c3po.bench.figure.Unit;
import city.c3po.bench.suite.Suite;
import city.c3po.bench.tool.Trouble;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * How fast reporting takes events in: a backlog lies in the portfolio's topic, as after a long pause, and the clock runs
 * from the first event sent until the last is a line of the change log. Each record is told of several times, so that
 * most lines are changes that are compared with what was before.
 */
final class TakeIn implements Measure {
    private static final String TOPIC = "c3po.portfolio.v1";
    private static final int TARGET_PER_SECOND = 2_000;
    private static final int VERSIONS = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    @Override
    public String name() {
        return "take-in";
    }

    @Override
    public String question() {
        return "Events that the change log takes in, from a backlog in the broker";
    }

    @Override
    public Outcome run(Workbench bench) throws InterruptedException {
        var suite = bench.running();
        Backlog.drain(suite);
        int events = (int) bench.plan().round().toSeconds() * TARGET_PER_SECOND * 2;
        bench.say("warm-up");
        round(suite, events / 4);
        var rates = new ArrayList<Double>();
        for (int n = 1; n <= bench.plan().rounds(); n++) {
            rates.add(round(suite, events));
            bench.say("round %d: %s".formatted(n, Unit.PER_SECOND.showWithSymbol(rates.getLast())));
        }
        return Outcome.measured(
                name(),
                List.of(Figure.of("events taken in", Unit.PER_SECOND, Series.of(rates))
                        .atLeast(TARGET_PER_SECOND)),
                List.of(String.format(
                        Locale.ROOT,
                        "%d rounds of %,d events about %,d records, %d of each; sending them is part of the time. All were found in the log.",
                        rates.size(),
                        events,
                        events / VERSIONS,
                        VERSIONS)));
    }

    private static double round(Suite suite, int events) throws InterruptedException {
        var type = "bench" + Long.toString(System.nanoTime(), 36);
        try (var api = new Api(suite.address("reporting"), suite.token("reporting-job"))) {
            long head = head(api);
            var begin = System.nanoTime();
            send(suite.kafka(), type, events);
            while (head(api) < head + events) {
                if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                    throw new Trouble("%d of %d events are in the log after %d s"
                            .formatted(head(api) - head, events, PATIENCE.toSeconds()));
                }
                Thread.sleep(BETWEEN_LOOKS);
            }
            return events / ((System.nanoTime() - begin) / 1e9);
        }
    }

    private static long head(Api api) throws InterruptedException {
        return api.get("/v1/changes?since=latest").path("head").asLong();
    }

    private static void send(String bootstrap, String type, int events) throws InterruptedException {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "acks", "all", "linger.ms", 20, "batch.size", 262_144),
                new StringSerializer(),
                new ByteArraySerializer())) {
            var sent = new ArrayList<java.util.concurrent.Future<?>>();
            for (int n = 0; n < events; n++) {
                sent.add(producer.send(event(type, "r" + n % (events / VERSIONS), 1 + n / (events / VERSIONS))));
            }
            for (var one : sent) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new Trouble("The broker does not take an event", e.getCause());
        }
    }

    private static ProducerRecord<String, byte[]> event(String type, String id, int version) {
        var now = Instant.now().toString();
        var data = """
                {"fact":{"at":"%1$s"},
                 "state":{"id":"%2$s","number":"N-%2$s","href":"/v1/bench/%2$s","title":"Version %3$d","state":"EXECUTING",
                          "sponsoringDepartment":"DEP-PW","forecast":{"cost":{"amount":%3$d000.00,"currency":"USD"},
                          "finish":"2027-12-31"},"description":"%4$s"},
                 "access":{"classification":"INTERNAL","departments":["DEP-PW"],"people":[],"vendor":null,"bodies":[],"sources":[]}}""".formatted(now, id, version, "What it is for, in a few words. ".repeat(12));
        var event = new ProducerRecord<>(TOPIC, id, data.getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "id",
                        UUID.randomUUID().toString(),
                        "source",
                        "/services/portfolio",
                        "type",
                        "city.c3po." + type + "." + (version == 1 ? "created" : "edited") + ".v1",
                        "subject",
                        id,
                        "sequence",
                        "%020d".formatted(version),
                        "time",
                        now,
                        "recordedtime",
                        now,
                        "epoch",
                        "1",
                        "authid",
                        "bench")
                .forEach((name, text) -> event.headers().add("ce_" + name, text.getBytes(StandardCharsets.UTF_8)));
        return event;
    }
}
