package city.c3po.testing.house;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule that cannot fail is worthless: each is tried on classes that break it and on their neighbours that do not. */
class RulesTest {
    @TempDir
    Path folder;

    @Test
    void an_aggregate_that_answers_http_is_found() throws IOException {
        var rule = Rules.aggregatesKnowNoHttp();
        breaks(
                rule,
                "@jakarta.persistence.Entity class Charter { jakarta.ws.rs.core.Response sign() { return null; } }");
        breaks(rule, """
                @jakarta.persistence.Entity class Charter {
                    static class Seat { void take() { jakarta.ws.rs.core.Response.ok(); } }
                }""");
        breaks(rule, "enum CharterState { DRAFT; jakarta.ws.rs.core.Response.Status status; }");
        breaks(rule, "interface CharterEvent { record Signed(jakarta.ws.rs.core.MediaType type) {} }");
        keeps(rule, "class CharterResource { jakarta.ws.rs.core.Response get() { return null; } }");
        keeps(rule, "@jakarta.persistence.Entity class Charter { void sign() {} }");
    }

    @Test
    void a_write_beside_the_repository_is_found() throws IOException {
        var rule = Rules.onlyRepositoriesWrite();
        breaks(rule, "class Expiry { void run(jakarta.persistence.EntityManager em) { em.persist(this); } }");
        breaks(rule, """
                class Expiry {
                    void run(jakarta.persistence.EntityManager em) { java.util.List.of("").forEach(em::persist); }
                }""");
        breaks(rule, "class Expiry { void run(org.hibernate.Session s) { s.remove(this); } }");
        breaks(rule, "class Expiry { void run(org.hibernate.StatelessSession s) { s.insert(this); } }");
        breaks(rule, """
                class Expiry { void run(jakarta.persistence.EntityManager em) {
                    em.createQuery("delete from Charter").executeUpdate(); } }""");
        breaks(rule, """
                class Expiry {
                    static class Charters implements io.quarkus.hibernate.orm.panache.PanacheRepository<String> {}
                    void run(Charters charters) { charters.deleteAll(); }
                }""");
        keeps(rule, "class Expiry { void run(jakarta.persistence.EntityManager em) { em.find(String.class, 1); } }");
        keeps(rule, """
                class Charters implements io.quarkus.hibernate.orm.panache.PanacheRepository<String> {
                    void drop() { deleteAll(); getEntityManager().remove(""); }
                }""");
        keeps(
                rule,
                "package city.c3po.platform.event; class Inbox { void f(jakarta.persistence.EntityManager em) { em.persist(this); } }");
    }

    @Test
    void a_name_that_says_nothing_is_found() throws IOException {
        for (var ending :
                new String[] {"Impl", "Manager", "Util", "Utils", "Helper", "Mapper", "DTO", "Dto", "Service"}) {
            breaks(Rules.namesComeFromTheField(), "class Charter" + ending + " {}");
            breaks(Rules.namesComeFromTheField(), "class Charter { static class Inner" + ending + " {} }");
        }
        breaks(Rules.namesComeFromTheField(), "class Manager {}");
        keeps(Rules.namesComeFromTheField(), "class Service {}");
        keeps(Rules.namesComeFromTheField(), "class Charters { record ServiceDesk() {} }");
    }

    @Test
    void a_cycle_of_packages_is_found() throws IOException {
        var charter =
                "package city.c3po.charter.charter; public class Charter { city.c3po.charter.signing.Seat seat; }";
        var seat = "package city.c3po.charter.signing; public class Seat { %s }";
        breaks(Rules.packagesFormNoCycle(), charter, seat.formatted("city.c3po.charter.charter.Charter charter;"));
        keeps(Rules.packagesFormNoCycle(), charter, seat.formatted("Seat next;"));
    }

    @Test
    void a_cycle_with_a_package_below_is_found() throws IOException {
        breaks(
                Rules.packagesFormNoCycle(),
                "package city.c3po.charter; public class Door { city.c3po.charter.room.Room room; }",
                "package city.c3po.charter.room; public class Room { city.c3po.charter.Door door; }");
    }

    @Test
    void an_import_of_another_service_is_found() throws IOException {
        var rule = Rules.noModuleImportsAnother("city.c3po.reporting");
        var reader = "package city.c3po.reporting.log; class Log { %s.Thing thing; }";
        var thing = "package %s; public class Thing {}";
        breaks(rule, reader.formatted("city.c3po.portfolio.intake"), thing.formatted("city.c3po.portfolio.intake"));
        breaks(rule, reader.formatted("city.c3po.reportingtwo"), thing.formatted("city.c3po.reportingtwo"));
        keeps(rule, reader.formatted("city.c3po.platform.event"), thing.formatted("city.c3po.platform.event"));
        keeps(rule, reader.formatted("city.c3po.reporting.cycle"), thing.formatted("city.c3po.reporting.cycle"));
    }

    @Test
    void an_injected_field_is_found() throws IOException {
        breaks(Rules.noInjectionIntoFields(), "class Door { @jakarta.inject.Inject String key; }");
        breaks(Rules.noInjectionIntoFields(), """
                class Door { @org.eclipse.microprofile.config.inject.ConfigProperty(name = "k") String key; }""");
        breaks(Rules.noInjectionIntoFields(), "class Door { @jakarta.ws.rs.core.Context Object request; }");
        keeps(
                Rules.noInjectionIntoFields(),
                "class Door { String key; @jakarta.inject.Inject Door(String k) { key = k; } }");
    }

    @Test
    void an_injected_method_is_found() throws IOException {
        breaks(Rules.noInjectionIntoMethods(), "class Door { @jakarta.inject.Inject void setKey(String key) {} }");
        keeps(
                Rules.noInjectionIntoMethods(),
                "class Door { @jakarta.inject.Inject Door(String key) {} void open() {} }");
    }

    @Test
    void a_resource_method_without_roles_is_found() throws IOException {
        var rule = Rules.resourceMethodsNameTheirRoles();
        breaks(rule, "class Charters { @jakarta.ws.rs.GET public String get() { return null; } }");
        breaks(rule, "class Charters { @jakarta.ws.rs.PATCH public void change() {} }");
        breaks(rule, """
                @jakarta.annotation.security.RolesAllowed("clerk")
                class Charters { @jakarta.ws.rs.GET public String get() { return null; } }""");
        keeps(rule, """
                class Charters {
                    @jakarta.ws.rs.GET @jakarta.annotation.security.RolesAllowed("clerk") public void get() {}
                    @jakarta.ws.rs.POST @jakarta.annotation.security.PermitAll public void add() {}
                    void neitherVerb() {}
                }""");
    }

    @Test
    void a_package_without_nulls_declared_is_found() throws IOException {
        var type = "package city.c3po.charter; class Charter {}";
        breaks(Rules.packagesAreNullMarked(), type);
        breaks(Rules.packagesAreNullMarked(), type, "@Deprecated package city.c3po.charter;");
        keeps(Rules.packagesAreNullMarked(), type, "@org.jspecify.annotations.NullMarked package city.c3po.charter;");
    }

    @Test
    void a_look_at_the_wall_clock_is_found() throws IOException {
        var rule = Rules.timeIsInjected();
        for (var call : new String[] {
            "System.currentTimeMillis()",
            "java.time.Instant.now()",
            "java.time.LocalDate.now()",
            "java.time.LocalDate.now(java.time.ZoneOffset.UTC)",
            "java.time.ZonedDateTime.now()",
            "java.time.Clock.systemUTC()",
            "java.time.InstantSource.system()",
            "new java.util.Date(0)"
        }) {
            breaks(rule, "class Expiry { Object due() { return " + call + "; } }");
        }
        breaks(rule, "class Expiry { java.util.function.Supplier<Object> now = java.time.Instant::now; }");
        keeps(rule, "class Expiry { Object due(java.time.InstantSource time) { return time.instant(); } }");
        keeps(rule, "class Expiry { Object due(java.time.Clock clock) { return java.time.LocalDate.now(clock); } }");
        keeps(rule, "class Expiry { long took() { return System.nanoTime(); } }");
        keeps(
                rule,
                "package city.c3po.platform.time; class BusinessClock { Object f() { return java.time.Instant.now(); } }");
    }

    private void breaks(ArchRule rule, String... sources) throws IOException {
        assertTrue(violated(rule, sources), () -> "should break: " + String.join("\n", sources));
    }

    private void keeps(ArchRule rule, String... sources) throws IOException {
        assertFalse(violated(rule, sources), () -> "should keep: " + String.join("\n", sources));
    }

    private boolean violated(ArchRule rule, String... sources) throws IOException {
        var classes = Sources.compile(java.nio.file.Files.createTempDirectory(folder, "case"), sources);
        return rule.allowEmptyShould(true).evaluate(classes).hasViolation();
    }
}
