package city.c3po.story.operations;

import city.c3po.testing.Database;
import city.c3po.testing.Infra;
import city.c3po.testing.KafkaFixture;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Database and topics of one service alone, on the servers that tests share, and the settings that lead there. */
record Neighbours(String key, Database database, String prefix) {

    static Neighbours of(String key) {
        var neighbours = new Neighbours(key, Infra.postgres().freshDatabase(key), KafkaFixture.freshPrefix());
        Infra.kafka().createTopicsOf(neighbours.prefix, List.of("charter", "portfolio"));
        return neighbours;
    }

    /** All that a service needs, and all of it right. */
    Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        settings.put("C3PO_POSTGRES_URL", Infra.postgres().url());
        // Tests share the server, so the database has a name of its own.
        settings.put("C3PO_POSTGRES_DATABASE", database.name());
        settings.put("C3PO_DB_OWNER_PASSWORD", database.password());
        settings.put("C3PO_DB_APP_PASSWORD", database.password());
        settings.put("C3PO_KAFKA_BOOTSTRAP", Infra.kafka().bootstrap());
        settings.put("C3PO_TOPIC_PREFIX", prefix);
        settings.put("C3PO_OIDC_URL", Infra.issuer());
        settings.put("C3PO_CURSOR_KEYS", cursorKey(32));
        return settings;
    }

    Map<String, String> settingsWith(Map<String, String> others) {
        var settings = settings();
        settings.putAll(others);
        return settings;
    }

    Map<String, String> settingsWithout(String name) {
        var settings = settings();
        settings.keySet().removeAll(Set.of(name));
        return settings;
    }

    static String cursorKey(int bytes) {
        var key = new byte[bytes];
        new SecureRandom().nextBytes(key);
        return "k1:" + Base64.getEncoder().encodeToString(key);
    }
}
