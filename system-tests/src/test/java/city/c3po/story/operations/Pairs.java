package city.c3po.story.operations;

import static org.awaitility.Awaitility.await;

import city.c3po.story.suite.Door;
import city.c3po.story.suite.RunningSuite;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Services of the suite with a second replica beside each, and two gateways of our own that know the pairs. */
final class Pairs implements AutoCloseable {
    private static final Map<String, String> MODULES = Map.of(
            "charter", "charter-service",
            "portfolio", "portfolio-service",
            "inventory", "inventory-service",
            "audit", "audit-tracker-service",
            "reporting", "reporting-service");

    private final RunningSuite suite;
    private final Map<String, Program> second = new TreeMap<>();
    private final Map<String, Balancer> between = new HashMap<>();
    private final List<Program> gateways;
    private final Balancer door;
    private String dead = "";

    /** @param twice the services that get a second replica; the gateways know the others as they are */
    static Pairs of(RunningSuite suite, List<String> twice) {
        return new Pairs(suite, twice);
    }

    private Pairs(RunningSuite suite, List<String> twice) {
        this.suite = suite;
        twice.forEach(key -> second.put(key, replica(suite, key, Map.of())));
        second.values().forEach(Program::awaitReady);
        second.forEach((key, program) -> between.put(key, new Balancer(port(key), program.port())));
        var routes = new HashMap<String, String>();
        MODULES.keySet()
                .forEach(key ->
                        routes.put("C3PO_SERVICES_" + key.toUpperCase(Locale.ROOT), "http://127.0.0.1:" + door(key)));
        routes.put("C3PO_OIDC_URL", issuer(suite));
        routes.put("C3PO_GATEWAY_REQUESTS_PER_MINUTE", "1000000");
        gateways = List.of(Program.start("gateway", routes), Program.start("gateway", routes));
        gateways.forEach(Program::awaitReady);
        door = new Balancer(gateways.get(0).port(), gateways.get(1).port());
    }

    /** Of both gateways, for somebody without a token. */
    Door door() {
        return suite.behindTheDoor(door.port() - suite.port(0));
    }

    List<String> services() {
        return List.copyOf(second.keySet());
    }

    /**
     * Kill -9 for the replica that carries this service's events.
     *
     * @return how long it took until the other one carried them
     */
    Duration killHolder(String key, Duration atMost) {
        var firstHolds = carries(suite.port(management(key)));
        var blow = firstHolds ? suite.aimAt(key) : (Runnable) second.get(key)::kill;
        var heir = firstHolds ? second.get(key).managementPort() : suite.port(management(key));
        blow.run();
        var since = System.nanoTime();
        dead = firstHolds ? key : "";
        await("%s: the relay's lease moves".formatted(key))
                .atMost(atMost)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> carries(heir));
        return Duration.ofNanos(System.nanoTime() - since).truncatedTo(ChronoUnit.MILLIS);
    }

    private static boolean carries(int managementPort) {
        return Program.readiness(managementPort)
                .map(readiness -> Program.check(readiness, "relay").contains("\"CARRYING\""))
                .orElse(false);
    }

    /** Whichever of the two died: the suite's by the command that people use. */
    void revive(String key) {
        if (dead.equals(key)) {
            suite.start(key);
        } else {
            second.compute(key, (same, program) -> program.again().awaitReady());
        }
    }

    void killGateway() {
        gateways.getFirst().kill();
    }

    private int door(String key) {
        var balancer = between.get(key);
        return balancer == null ? port(key) : balancer.port();
    }

    private int port(String key) {
        return suite.port(suite.services().get(key));
    }

    private int management(String key) {
        return suite.services().get(key) + 1000;
    }

    private static String issuer(RunningSuite suite) {
        return "http://127.0.0.1:%d/realms/city".formatted(suite.port(8180));
    }

    /** With the settings of the replica that is there already, but for those that are given. */
    static Program replica(RunningSuite suite, String key, Map<String, String> others) {
        var settings = new HashMap<String, String>();
        settings.put("C3PO_POSTGRES_URL", "jdbc:postgresql://127.0.0.1:" + suite.port(8432));
        settings.put("C3PO_KAFKA_BOOTSTRAP", "127.0.0.1:" + suite.port(8092));
        settings.put("C3PO_OIDC_URL", issuer(suite));
        settings.put("C3PO_DB_OWNER_PASSWORD", suite.secret("db." + key + ".owner"));
        settings.put("C3PO_DB_APP_PASSWORD", suite.secret("db." + key + ".app"));
        settings.put("C3PO_CURSOR_KEYS", suite.secret("cursor." + key));
        if (key.equals("charter")) {
            settings.put("C3PO_SIGNING_KEYS", suite.secret("signing." + key));
        }
        settings.putAll(others);
        return Program.start(MODULES.get(key), settings);
    }

    @Override
    public void close() {
        door.close();
        gateways.forEach(Program::close);
        between.values().forEach(Balancer::close);
        second.values().forEach(Program::close);
    }
}
