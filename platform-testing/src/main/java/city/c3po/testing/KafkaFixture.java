package city.c3po.testing;

import city.c3po.testing.infra.Endpoints;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** The shared Kafka broker. It creates no topics by itself, so a test creates what it needs, under a prefix. */
public final class KafkaFixture {
    public static final int PARTITIONS = 6;
    private final Endpoints endpoints;

    KafkaFixture(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    public String bootstrap() {
        return endpoints.kafkaBootstrap();
    }

    /** Keeps the topics of two runs on the same broker apart; the value of {@code c3po.topic.prefix}. */
    public static String freshPrefix() {
        return "run-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt()) + ".";
    }

    /** {@code <prefix>c3po.<key>.v1} and its dead letter topic, for each key. */
    public void createTopicsOf(String prefix, Collection<String> keys) {
        createTopics(keys.stream()
                .flatMap(key -> List.of(prefix + "c3po." + key + ".v1", prefix + "c3po." + key + ".v1.dlq").stream())
                .toList());
    }

    public void createTopics(Collection<String> names) {
        try (var admin = admin()) {
            var created = admin.createTopics(names.stream()
                            .map(name -> new NewTopic(name, Optional.of(PARTITIONS), Optional.of((short) 1)))
                            .toList())
                    .values();
            for (var creation : created.values()) {
                awaitCreated(creation);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while topics are created", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("topics " + names, e);
        }
    }

    public Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, (Object) bootstrap()));
    }

    private static void awaitCreated(org.apache.kafka.common.KafkaFuture<Void> creation)
            throws InterruptedException, ExecutionException {
        try {
            creation.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
