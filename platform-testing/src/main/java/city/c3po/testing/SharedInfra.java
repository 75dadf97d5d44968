package city.c3po.testing;

import city.c3po.testing.WithInfra.Server;
import io.quarkus.test.common.QuarkusTestResourceConfigurableLifecycleManager;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@link WithInfra} does: a fresh database, fresh topics, and the configuration that leads there. */
public final class SharedInfra implements QuarkusTestResourceConfigurableLifecycleManager<WithInfra> {
    private String key = "";
    private Set<Server> needs = Set.of();
    private List<String> topicKeys = List.of();
    private boolean cabled;
    private @Nullable Database database;

    @Override
    public void init(WithInfra wanted) {
        init(wanted.value(), Set.of(wanted.needs()), List.of(wanted.consumes()), wanted.cabled());
    }

    void init(String service, Set<Server> servers, List<String> consumed, boolean plugged) {
        key = service;
        needs = servers;
        cabled = plugged;
        var keys = new ArrayList<>(consumed);
        keys.add(key);
        topicKeys = List.copyOf(keys);
    }

    @Override
    public Map<String, String> start() {
        var config = new HashMap<String, String>();
        config.put("quarkus.devservices.enabled", "false");
        config.put("quarkus.http.test-port", "0");
        config.put("quarkus.management.test-port", "0");
        for (var server : needs) {
            config.putAll(
                    switch (server) {
                        case POSTGRES -> postgres();
                        case KAFKA -> kafka();
                        case IDENTITY -> identity();
                    });
        }
        return config;
    }

    private Map<String, String> postgres() {
        var created = Infra.postgres().freshDatabase(key);
        created.becomeCurrent();
        database = created;
        var server = cabled
                ? "jdbc:postgresql://127.0.0.1:"
                        + Cable.plugInPostgres(Infra.postgres().port())
                : Infra.postgres().url();
        var url = server + "/" + created.name();
        return Map.of(
                "c3po.postgres.url", server,
                "c3po.db.owner.password", created.password(),
                "c3po.db.app.password", created.password(),
                "c3po.cursor.keys", "test:" + Base64.getEncoder().encodeToString(random32()),
                "quarkus.datasource.jdbc.url", url,
                "quarkus.datasource.username", created.appRole(),
                "quarkus.datasource.password", created.password(),
                "quarkus.flyway.jdbc-url", url,
                "quarkus.flyway.username", created.ownerRole(),
                "quarkus.flyway.password", created.password());
    }

    private Map<String, String> kafka() {
        var prefix = KafkaFixture.freshPrefix();
        Infra.kafka().createTopicsOf(prefix, topicKeys);
        var bootstrap = cabled
                ? "127.0.0.1:" + Cable.plugInKafka(Infra.endpoints())
                : Infra.kafka().bootstrap();
        return Map.of(
                "c3po.topic.prefix", prefix,
                "c3po.kafka.bootstrap", bootstrap,
                "kafka.bootstrap.servers", bootstrap);
    }

    private static Map<String, String> identity() {
        return Map.of("c3po.oidc.url", Infra.issuer(), "quarkus.oidc.auth-server-url", Infra.issuer());
    }

    private static byte[] random32() {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        return key;
    }

    @Override
    public void stop() {
        Cable.unplugAll();
        if (database != null) {
            try {
                database.drop();
            } catch (SQLException e) {
                throw new IllegalStateException("database " + database.name() + " could not be dropped", e);
            }
        }
    }
}
