package city.c3po.local.kafka;

import city.c3po.local.part.Refusal;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * The topics of the services, made by whoever starts the broker. They keep everything: a consumer that begins years
 * later reads the whole history.
 */
public final class Topics {
    public static final int PARTITIONS = 6;

    private static final Map<String, String> FOREVER =
            Map.of("retention.ms", "-1", "retention.bytes", "-1", "cleanup.policy", "delete");

    private Topics() {}

    /** The topic of a stream, and the one that takes copies of what its consumers could not read. */
    public static List<String> of(String stream) {
        return List.of("c3po." + stream + ".v1", "c3po." + stream + ".v1.dlq");
    }

    public static void create(String bootstrap, Collection<String> topics) {
        try (var admin = admin(bootstrap)) {
            var present = admin.listTopics().names().get(30, TimeUnit.SECONDS);
            var missing = topics.stream()
                    .filter(topic -> !present.contains(topic))
                    // The broker knows how many replicas it can hold.
                    .map(topic -> new NewTopic(topic, Optional.of(PARTITIONS), Optional.empty()).configs(FOREVER))
                    .toList();
            admin.createTopics(missing).all().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new Refusal("The topics cannot be created at " + bootstrap, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted while creating topics");
        }
    }

    /** Deletes those that are there, with all that consumers remember of them, and makes them again, empty. */
    public static void renew(String bootstrap, Collection<String> topics) {
        try (var admin = admin(bootstrap)) {
            var present = admin.listTopics().names().get(30, TimeUnit.SECONDS);
            admin.deleteTopics(topics.stream().filter(present::contains).toList())
                    .all()
                    .get(30, TimeUnit.SECONDS);
            // The broker has promised to delete them, and may still be at it.
            var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (!Collections.disjoint(admin.listTopics().names().get(30, TimeUnit.SECONDS), topics)) {
                if (System.nanoTime() > deadline) {
                    throw new Refusal("The topics at %s are not deleted after 30 s".formatted(bootstrap));
                }
                Thread.sleep(100);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new Refusal("The topics cannot be deleted at " + bootstrap, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted while deleting topics");
        }
        create(bootstrap, topics);
    }

    private static Admin admin(String bootstrap) {
        var properties = new Properties();
        properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        properties.put(AdminClientConfig.CLIENT_ID_CONFIG, "c3po");
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, "5000");
        return Admin.create(properties);
    }
}
