package city.c3po.k8s;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.k8s.Repository.Program;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Ports, names, settings, topics and roles of the manifests are those of the code. */
class ConsistencyTest {
    private static final Pattern SETTING = Pattern.compile("\"(C3PO_[A-Z_]+)\"");
    private static final Pattern ENTRY =
            Pattern.compile("new ServiceEntry\\(\\s*\"([a-z]+)\",\\s*\"([a-z-]+)\",\\s*([0-9]+),\\s*([0-9]+)");
    /** Of a replica, at most: inventory tells of assets on a topic of their own. */
    private static final int RELAYS = 2;

    private static Overlay production;

    @BeforeAll
    static void render() {
        production = Overlay.of("production");
    }

    @Test
    void every_program_is_deployed_and_nothing_else() {
        assertEquals(
                sorted(Repository.programs().map(Program::key)),
                sorted(production.kind("Deployment").map(ConsistencyTest::key)));
    }

    @TestFactory
    Stream<DynamicTest> a_program_listens_where_its_manifests_say() {
        return Repository.programs()
                .map(program -> DynamicTest.dynamicTest(program.key(), () -> {
                    var ports = Map.of("http", program.port(), "management", program.managementPort());
                    var service = service(program);
                    assertAll(
                            () -> assertEquals(ports, numbers(container(program).path("ports"), "containerPort")),
                            () -> assertEquals(ports, numbers(service.at("/spec/ports"), "port")),
                            () -> assertEquals(
                                    program.key(),
                                    service.at("/spec/selector/app.kubernetes.io~1name")
                                            .asText()),
                            // Where the gateway looks for a service's health unless it is told otherwise.
                            () -> assertEquals(program.port() + 1000, program.managementPort()));
                }));
    }

    @TestFactory
    Stream<DynamicTest> an_image_has_the_name_that_the_build_gives_it() {
        return Repository.programs()
                .map(program -> DynamicTest.dynamicTest(
                        program.key(),
                        () -> assertEquals(
                                "c3po/" + program.artifact() + ":1.0.0-SNAPSHOT",
                                container(program).path("image").asText())));
    }

    @TestFactory
    Stream<DynamicTest> the_local_suite_names_the_same_services() {
        var entries = Repository.text(
                Repository.root().resolve("local/src/main/java/city/c3po/local/service/ServiceEntry.java"));
        var found = ENTRY.matcher(entries).results().toList();
        assertTrue(found.size() >= 5, "the gateway and at least four services, in " + entries);
        return found.stream()
                .map(entry -> DynamicTest.dynamicTest(entry.group(1), () -> {
                    var program = program(entry.group(1));
                    assertAll(
                            () -> assertEquals(entry.group(2), program.artifact()),
                            () -> assertEquals(Integer.parseInt(entry.group(3)), program.port()),
                            () -> assertEquals(Integer.parseInt(entry.group(4)), program.managementPort()));
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_service_gets_every_setting_that_the_local_suite_gives_it() {
        var part = Repository.text(
                Repository.root().resolve("local/src/main/java/city/c3po/local/service/ServicePart.java"));
        var given = new TreeSet<String>();
        SETTING.matcher(part).results().forEach(found -> given.add(found.group(1)));
        // Said in each service's own application.properties, and so not once more here.
        given.remove("C3PO_SOURCES");
        return Repository.services().stream()
                .map(program -> DynamicTest.dynamicTest(program.key(), () -> {
                    var expected = new TreeSet<>(given);
                    if (!program.key().equals("charter")) {
                        expected.remove("C3PO_SIGNING_KEYS");
                    }
                    expected.removeAll(environment(program));
                    assertEquals(Set.of(), expected, "missing in the manifests");
                }));
    }

    @TestFactory
    Stream<DynamicTest> every_setting_is_one_that_the_code_reads() {
        // Of a config map that all share, some settings are for one program only.
        var known = Repository.programs()
                .flatMap(program -> Repository.settingsKnownTo(program).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Repository.services()
                .forEach(service -> known.add("C3PO_SERVICES_" + service.key().toUpperCase()));
        return Repository.programs()
                .map(program -> DynamicTest.dynamicTest(program.key(), () -> {
                    var unknown = environment(program);
                    unknown.removeIf(name -> !name.startsWith("C3PO_"));
                    unknown.removeAll(known);
                    assertEquals(Set.of(), unknown, "in the manifests, and nowhere in the code");
                }));
    }

    @Test
    void the_gateway_finds_every_service() {
        var expected = new TreeMap<String, String>();
        for (var program : Repository.services()) {
            var name = service(program).at("/metadata/name").asText();
            expected.put(
                    "C3PO_SERVICES_" + program.key().toUpperCase(), "http://%s:%d".formatted(name, program.port()));
        }
        var routes = new TreeMap<String, String>();
        production
                .one("ConfigMap", "gateway-routes")
                .path("data")
                .properties()
                .forEach(route -> routes.put(route.getKey(), route.getValue().asText()));
        assertEquals(expected, routes);
    }

    @Test
    void the_broker_holds_the_topics_of_all_services() {
        var expected = new TreeSet<String>();
        for (var program : Repository.services()) {
            for (var stream : program.streams()) {
                expected.add("c3po." + stream + ".v1");
                expected.add("c3po." + stream + ".v1.dlq");
            }
        }
        assertEquals(expected, names("KafkaTopic"));
        production
                .kind("KafkaTopic")
                .forEach(topic -> assertAll(
                        () -> assertEquals(6, topic.at("/spec/partitions").asInt()),
                        () -> assertEquals(
                                -1, topic.at("/spec/config/retention.ms").asInt()),
                        () -> assertEquals(
                                -1, topic.at("/spec/config/retention.bytes").asInt()),
                        () -> assertEquals(
                                "delete",
                                topic.at("/spec/config/cleanup.policy").asText())));
    }

    @TestFactory
    Stream<DynamicTest> a_service_may_use_the_topics_that_its_code_uses_and_no_others() {
        return Repository.services().stream()
                .map(program -> DynamicTest.dynamicTest(program.key(), () -> {
                    var expected = new TreeSet<String>();
                    program.streams()
                            .forEach(stream -> expected.add("topic c3po.%s.v1 Describe,Write".formatted(stream)));
                    program.sources().forEach(source -> {
                        expected.add("topic c3po.%s.v1 Describe,Read".formatted(source));
                        expected.add("topic c3po.%s.v1.dlq Describe,Write".formatted(source));
                    });
                    expected.add("group %s Describe,Read".formatted(program.key()));

                    var user = production.one("KafkaUser", program.key());
                    var allowed = StreamSupport.stream(
                                    user.at("/spec/authorization/acls").spliterator(), false)
                            .map(acl -> "%s %s %s"
                                    .formatted(
                                            acl.at("/resource/type").asText(),
                                            acl.at("/resource/name").asText(),
                                            StreamSupport.stream(
                                                            acl.path("operations")
                                                                    .spliterator(),
                                                            false)
                                                    .map(JsonNode::asText)
                                                    .sorted()
                                                    .collect(Collectors.joining(","))))
                            .collect(Collectors.toCollection(TreeSet::new));
                    assertEquals(expected, allowed);
                }));
    }

    @Test
    void every_service_has_a_database_an_owner_and_a_role_to_work_as() {
        var platform = Repository.properties(Repository.root()
                .resolve("platform-events/src/main/resources/META-INF/microprofile-config.properties"));
        var databases = new TreeSet<String>();
        var roles = new TreeSet<String>();
        for (var program : Repository.services()) {
            for (var setting : Set.of("quarkus.datasource.username", "quarkus.flyway.username")) {
                roles.add(platform.getProperty(setting).replace("${quarkus.application.name}", program.key()));
            }
            databases.add(program.key());
            assertEquals(
                    program.key() + "_owner",
                    production.one("Database", program.key()).at("/spec/owner").asText());
        }
        databases.add("keycloak");
        roles.add("keycloak");
        assertEquals(databases, names("Database"));
        var managed = StreamSupport.stream(
                        production
                                .one("Cluster", "postgres")
                                .at("/spec/managed/roles")
                                .spliterator(),
                        false)
                .toList();
        assertEquals(
                roles, sorted(managed.stream().map(role -> role.path("name").asText())));
        var passwords = names("ExternalSecret");
        managed.forEach(role ->
                assertTrue(passwords.contains(role.at("/passwordSecret/name").asText()), role.toString()));
    }

    @Test
    void the_server_has_connections_for_the_pooler_and_for_those_who_go_past_it() {
        var pooler = production.one("Pooler", "postgres-pooler").path("spec");
        var shared = Repository.services().size()
                * pooler.path("instances").asInt()
                * pooler.at("/pgbouncer/parameters/default_pool_size").asInt();
        var parameters = production.one("Cluster", "postgres").at("/spec/postgresql/parameters");
        var allowed = parameters.path("max_connections").asInt();
        // 60 for migrations, imports, Keycloak, the operator and people
        assertTrue(
                shared + RELAYS * mostReplicas() + 60 <= allowed,
                "%d shared + %d × %d + 60 > %d".formatted(shared, RELAYS, mostReplicas(), allowed));
    }

    @Test
    void one_pooler_alone_has_room_for_every_pool_of_every_replica_that_may_start() {
        var platform = Repository.properties(Repository.root()
                .resolve("platform-events/src/main/resources/META-INF/microprofile-config.properties"));
        var pool = Integer.parseInt(platform.getProperty("quarkus.datasource.jdbc.max-size"));
        var room = production
                .one("Pooler", "postgres-pooler")
                .at("/spec/pgbouncer/parameters/max_client_conn")
                .asInt();
        assertTrue(mostReplicas() * pool <= room, "%d replicas × %d > %d".formatted(mostReplicas(), pool, room));
    }

    private int mostReplicas() {
        return Repository.services().stream()
                .map(program -> production.one("HorizontalPodAutoscaler", program.artifact()))
                .mapToInt(scaler -> scaler.at("/spec/maxReplicas").asInt())
                .sum();
    }

    @Test
    void services_go_through_the_pooler_and_past_it_to_the_same_server() {
        var backbone = production.one("ConfigMap", "backbone").path("data");
        var pooler = production.one("Pooler", "postgres-pooler");
        assertEquals(
                "jdbc:postgresql://%s:5432"
                        .formatted(pooler.at("/metadata/name").asText()),
                backbone.path("C3PO_POSTGRES_URL").asText());
        assertEquals(
                "jdbc:postgresql://%s-rw:5432"
                        .formatted(pooler.at("/spec/cluster/name").asText()),
                backbone.path("C3PO_POSTGRES_DIRECT_URL").asText());
    }

    @Test
    void a_replica_more_than_partitions_would_have_nothing_to_take() {
        assertEquals(
                production
                        .one("KafkaTopic", "c3po.reporting.v1")
                        .at("/spec/partitions")
                        .asInt(),
                production
                        .one("HorizontalPodAutoscaler", "reporting-service")
                        .at("/spec/maxReplicas")
                        .asInt());
    }

    @Test
    void network_policies_name_the_ports_of_the_code() {
        var expected = new TreeSet<Integer>();
        for (var program : Repository.services()) {
            expected.add(program.port());
            expected.add(program.managementPort());
        }
        var services = production.one("NetworkPolicy", "services");
        assertEquals(expected, portsOf(services.at("/spec/ingress/0")));
        assertEquals(
                expected, portsOf(production.one("NetworkPolicy", "gateway").at("/spec/egress/0")));
        assertEquals(
                sorted(Repository.services().stream().map(Program::key)),
                sorted(StreamSupport.stream(
                                services.at("/spec/podSelector/matchExpressions/0/values")
                                        .spliterator(),
                                false)
                        .map(JsonNode::asText)));
    }

    private static Program program(String key) {
        return Repository.programs()
                .filter(program -> program.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no program " + key));
    }

    private static JsonNode deployment(Program program) {
        return production
                .kind("Deployment")
                .filter(deployment -> key(deployment).equals(program.key()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no deployment of " + program.key()));
    }

    private static JsonNode container(Program program) {
        return deployment(program).at("/spec/template/spec/containers/0");
    }

    private static JsonNode service(Program program) {
        return production.one(
                "Service", deployment(program).at("/metadata/name").asText());
    }

    /** The names of all variables that a container starts with. */
    private static TreeSet<String> environment(Program program) {
        var names = new TreeSet<String>();
        container(program)
                .path("env")
                .forEach(variable -> names.add(variable.path("name").asText()));
        for (var from : container(program).path("envFrom")) {
            if (from.has("configMapRef")) {
                production
                        .one("ConfigMap", from.at("/configMapRef/name").asText())
                        .path("data")
                        .fieldNames()
                        .forEachRemaining(names::add);
            } else {
                // The Secret that the external secret of that name makes.
                production
                        .one("ExternalSecret", from.at("/secretRef/name").asText())
                        .at("/spec/data")
                        .forEach(entry -> names.add(entry.path("secretKey").asText()));
            }
        }
        return names;
    }

    private static TreeSet<String> names(String kind) {
        return production
                .kind(kind)
                .map(manifest -> manifest.at("/metadata/name").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static TreeSet<String> sorted(Stream<String> words) {
        return words.collect(Collectors.toCollection(TreeSet::new));
    }

    private static String key(JsonNode manifest) {
        return manifest.at("/metadata/labels/app.kubernetes.io~1name").asText();
    }

    private static Map<String, Integer> numbers(JsonNode ports, String field) {
        return StreamSupport.stream(ports.spliterator(), false)
                .collect(Collectors.toMap(
                        port -> port.path("name").asText(),
                        port -> port.path(field).asInt()));
    }

    private static TreeSet<Integer> portsOf(JsonNode rule) {
        return StreamSupport.stream(rule.path("ports").spliterator(), false)
                .map(port -> port.path("port").asInt())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
