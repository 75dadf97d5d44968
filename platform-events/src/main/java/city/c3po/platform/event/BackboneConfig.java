package city.c3po.platform.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How this service takes part in the backbone. */
@ConfigMapping(prefix = "c3po")
public interface BackboneConfig {
    /** The service's key, as in topics, {@code ce_source}, document names and problem types. */
    String key();

    Topic topic();

    Relay relay();

    Db db();

    interface Topic {
        /** Set in tests that share a broker; empty everywhere else. */
        Optional<String> prefix();

        /** Of every topic, for ever: with another number, records of one aggregate would change places. */
        @WithDefault("6")
        int partitions();
    }

    interface Relay {
        @WithDefault("true")
        boolean enabled();

        /** Which topics this service publishes; the first takes what names no other. */
        @WithDefault("c3po.${c3po.key}.v1")
        List<String> topics();

        /** Aggregate type → topic, for what does not go to the first: {@code c3po.relay.topic-of.asset}. */
        @WithName("topic-of")
        Map<String, String> topicOf();

        /** All events of an aggregate go to one topic, or their order would be lost. */
        default String topicOf(String aggregate) {
            return topicOf().getOrDefault(aggregate, topics().getFirst());
        }
    }

    /** Asked for here, so that a start without one ends with its name: what is missing elsewhere counts as empty. */
    interface Db {
        Role owner();

        Role app();

        interface Role {
            String password();
        }
    }

    /** A topic's name on the broker. */
    default String onBroker(String topic) {
        return topic().prefix().orElse("") + topic;
    }
}
