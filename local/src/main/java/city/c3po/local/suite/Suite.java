package city.c3po.local.suite;

import city.c3po.local.identity.KeycloakPart;
import city.c3po.local.identity.Realm;
import city.c3po.local.identity.Tokens;
import city.c3po.local.kafka.KafkaPart;
import city.c3po.local.kafka.Topics;
import city.c3po.local.part.Home;
import city.c3po.local.part.Launch;
import city.c3po.local.part.Part;
import city.c3po.local.part.Ports;
import city.c3po.local.part.Refusal;
import city.c3po.local.part.Secrets;
import city.c3po.local.part.Settings;
import city.c3po.local.postgres.Login;
import city.c3po.local.postgres.PostgresPart;
import city.c3po.local.postgres.ServiceDatabases;
import city.c3po.local.service.Backbone;
import city.c3po.local.service.GatewayPart;
import city.c3po.local.service.ServiceEntry;
import city.c3po.local.service.ServicePart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The parts that this machine runs. A database server, broker or identity provider that the settings name by its
 * address is somebody else's, and so is no part.
 */
public final class Suite {
    private final Home home;
    private final Settings settings;
    private final Secrets secrets;
    private final Realm realm = Realm.local();
    private final Backbone backbone;
    private final List<Part> parts = new ArrayList<>();

    public Suite(Home home, Settings settings) {
        this.home = home;
        this.settings = settings;
        this.secrets = new Secrets(home.folder(), settings);
        var ports = settings.ports();
        this.backbone = new Backbone(
                given("C3PO_POSTGRES_URL").orElseGet(() -> add(postgres(ports))),
                given("C3PO_KAFKA_BOOTSTRAP").orElseGet(() -> add(kafka(ports))),
                given("C3PO_OIDC_URL").orElseGet(() -> add(keycloak(ports))));
        ServiceEntry.ALL.forEach(service -> parts.add(new ServicePart(service, home, settings, secrets, backbone)));
        parts.add(new GatewayPart(home, settings, ServiceEntry.ALL, backbone.issuer()));
    }

    private Optional<String> given(String address) {
        return settings.get(address);
    }

    /** Answers where the other parts find it. */
    private String add(Part part) {
        parts.add(part);
        return part.reachedAt();
    }

    private Part postgres(Ports ports) {
        var port = ports.of("postgres", 8432);
        return new PostgresPart(home, port, ports.way("postgres", port), secrets, keys());
    }

    private Part kafka(Ports ports) {
        var port = ports.of("kafka", 8092);
        return new KafkaPart(
                home, settings, port, ports.way("kafka", port), ports.of("kafka-controller", 8093), topics());
    }

    private Part keycloak(Ports ports) {
        var port = ports.of("identity", 8180);
        return new KeycloakPart(home, settings, secrets, port, ports.way("identity", port), realm);
    }

    public List<Part> parts() {
        return List.copyOf(parts);
    }

    public Set<String> names() {
        return parts.stream().map(Part::name).collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    public Part part(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** In servers that are somebody else's, what the services need to find there. */
    public void settleElsewhere() {
        var administrator = settings.get("C3PO_POSTGRES_ADMIN_USER");
        if (given("C3PO_POSTGRES_URL").isPresent() && administrator.isPresent()) {
            var login = new Login(administrator.get(), secrets.password("postgres.admin"));
            new ServiceDatabases(backbone.postgres(), login).create(keys(), secrets);
        }
        given("C3PO_KAFKA_BOOTSTRAP").ifPresent(bootstrap -> Topics.create(bootstrap, topics()));
    }

    /** The database server of this suite. */
    public PostgresPart ownPostgres() {
        if (given("C3PO_POSTGRES_URL").isPresent()) {
            throw new Refusal(
                    "The database server is not ours (C3PO_POSTGRES_URL). It is backed up and restored where it runs.");
        }
        return (PostgresPart) part("postgres");
    }

    /** A broker that is not ours keeps its topics when all our data are deleted; they are made again, empty. */
    public void renewTopicsElsewhere() {
        given("C3PO_KAFKA_BOOTSTRAP").ifPresent(bootstrap -> Topics.renew(bootstrap, topics()));
    }

    /** The last migration that each service brings. */
    public Map<String, Integer> lastMigrations() {
        var last = new TreeMap<String, Integer>();
        keys().forEach(key -> last.put(key, ((ServicePart) part(key)).lastMigration()));
        return last;
    }

    public Realm realm() {
        return realm;
    }

    public Tokens tokens() {
        return new Tokens(realm, backbone.issuer(), secrets);
    }

    public Secrets secrets() {
        return secrets;
    }

    public String postgres() {
        return backbone.postgres();
    }

    public String gateway() {
        return part(ServiceEntry.GATEWAY.key()).address();
    }

    /** Publishes a service's journal again; the topic is there when it starts. */
    public Launch replay(String key, String from, String topic) {
        Topics.create(backbone.kafka(), List.of(topic));
        return ((ServicePart) part(key)).replay(from, topic);
    }

    public static Set<String> keys() {
        return ServiceEntry.ALL.stream().map(ServiceEntry::key).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> topics() {
        return ServiceEntry.ALL.stream()
                .flatMap(service -> service.streams().stream())
                .flatMap(stream -> Topics.of(stream).stream())
                .toList();
    }
}
