package city.c3po.local.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.local.part.Home;
import city.c3po.local.part.Part;
import city.c3po.local.part.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteTest {
    @TempDir
    Path folder;

    @Test
    void the_ports_are_the_documented_ones_and_none_is_used_twice() {
        var all = new HashMap<String, Integer>();
        suite(Map.of()).parts().forEach(part -> all.putAll(part.ports()));

        assertEquals(
                Map.ofEntries(
                        Map.entry("gateway", 8080),
                        Map.entry("gateway-management", 9080),
                        Map.entry("charter", 8081),
                        Map.entry("charter-management", 9081),
                        Map.entry("inventory", 8083),
                        Map.entry("inventory-management", 9083),
                        Map.entry("portfolio", 8082),
                        Map.entry("portfolio-management", 9082),
                        Map.entry("audit", 8084),
                        Map.entry("audit-management", 9084),
                        Map.entry("reporting", 8085),
                        Map.entry("reporting-management", 9085),
                        Map.entry("identity", 8180),
                        Map.entry("postgres", 8432),
                        Map.entry("kafka", 8092),
                        Map.entry("kafka-controller", 8093)),
                all);
        assertEquals(all.size(), Set.copyOf(all.values()).size());
    }

    @Test
    void the_issuer_of_tokens_follows_its_port() {
        var issuer = suite(Map.of("C3PO_PORT_OFFSET", "1000")).part("identity").address();

        assertEquals("http://127.0.0.1:9180/realms/city", issuer);
    }

    @Test
    void a_server_that_runs_elsewhere_is_no_part() {
        var suite = suite(Map.of(
                "C3PO_POSTGRES_URL", "jdbc:postgresql://db.example:5432",
                "C3PO_KAFKA_BOOTSTRAP", "kafka.example:9092",
                "C3PO_OIDC_URL", "https://id.example/realms/city"));

        assertEquals(Set.of("charter", "portfolio", "inventory", "audit", "reporting", "gateway"), suite.names());
        assertEquals("jdbc:postgresql://db.example:5432", suite.postgres());
    }

    @Test
    void the_services_go_by_the_ways_that_are_put_before_servers() throws IOException {
        built("portfolio-service");
        built("gateway");
        var suite = suite(Map.of("C3PO_WAY_POSTGRES", "7001", "C3PO_WAY_KAFKA", "7002", "C3PO_WAY_CHARTER", "7003"));

        var portfolio = suite.part("portfolio").launch().environment();
        assertEquals("jdbc:postgresql://127.0.0.1:7001", portfolio.get("C3PO_POSTGRES_URL"));
        assertEquals("127.0.0.1:7002", portfolio.get("C3PO_KAFKA_BOOTSTRAP"));
        var gateway = suite.part("gateway").launch().environment();
        assertEquals("http://127.0.0.1:7003", gateway.get("C3PO_SERVICES_CHARTER"));
        assertEquals("http://127.0.0.1:9081", gateway.get("C3PO_HEALTH_CHARTER"));
        assertEquals("http://127.0.0.1:8082", gateway.get("C3PO_SERVICES_PORTFOLIO"));
        assertEquals(Map.of("postgres", 8432), suite.part("postgres").ports());
    }

    @Test
    void each_part_starts_behind_those_it_needs() {
        var order =
                Start.inOrder(suite(Map.of()).parts()).stream().map(Part::name).toList();

        for (var part : suite(Map.of()).parts()) {
            for (var needed : part.needs()) {
                assertTrue(order.indexOf(needed) < order.indexOf(part.name()), needed + " before " + part.name());
            }
        }
        assertEquals(9, order.size());
    }

    @Test
    void a_part_can_be_started_without_those_it_needs() {
        var portfolio = suite(Map.of()).part("portfolio");

        assertEquals(List.of(portfolio), Start.inOrder(List.of(portfolio)));
    }

    private void built(String module) throws IOException {
        var target = Files.createDirectories(folder.resolve(module).resolve("target"));
        Files.createFile(target.resolve(module + "-1.0.0-SNAPSHOT-runner.jar"));
    }

    private Suite suite(Map<String, String> environment) {
        return new Suite(new Home(folder, folder), Settings.of(environment));
    }
}
