package city.c3po.inventory.imports;

import static city.c3po.inventory.City.ask;
import static city.c3po.inventory.Http.PPM;
import static city.c3po.inventory.imports.Feeds.atRest;
import static city.c3po.inventory.imports.Feeds.done;
import static city.c3po.inventory.imports.Feeds.rows;
import static city.c3po.inventory.imports.Feeds.source;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.verb;
import static org.junit.jupiter.api.Assertions.assertEquals;

import city.c3po.inventory.City;
import city.c3po.testing.Database;
import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is cut off in the middle has happened as a whole or not at all. */
@QuarkusTest
@WithInfra(
        value = "inventory",
        consumes = {"portfolio", "inventory-assets"})
class CrashTest {
    private static final String HEADER = "nativeKey,kind,name,department,location,manufacturer,serial\n";
    private static final Duration BOUND = Duration.ofSeconds(30);

    @BeforeEach
    void references() {
        City.known();
    }

    private static String machines(int count) {
        return HEADER
                + IntStream.range(0, count)
                        .mapToObj(n -> "K%d,HARDWARE,Machine %d,DEP-LIB,Main Library,Dell,%s\n"
                                .formatted(n, n, UUID.randomUUID().toString().replace("-", "")))
                        .collect(Collectors.joining());
    }

    @Test
    void an_import_whose_connection_is_cut_while_it_applies_is_applied_once() throws SQLException {
        var source = source("");
        var plan = done(source, "&dryRun=true", machines(300));
        var claims = "select count(*) from claim where source = '" + source + "'";
        try (var gate = Database.current().asApp();
                var superuser = Database.current().asSuperuser();
                var kill = superuser.createStatement()) {
            // Given an import that stands still in the middle of applying: the last table it writes to is locked
            gate.setAutoCommit(false);
            try (var lock = gate.createStatement()) {
                lock.execute("lock table sighting in exclusive mode");
            }
            expect(200, verb(PPM, plan, "approve"));
            await("the import to wait for its last table", """
                    select count(*) from pg_stat_activity where datname = current_database()
                      and application_name = 'inventory-bulk' and wait_event_type = 'Lock'""", "1");

            // When its connection is cut
            kill.execute("""
                    select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()
                      and application_name = 'inventory-bulk' and wait_event_type = 'Lock'""");

            // Then nothing of it is there
            await("nothing of it", claims, "0");
            gate.rollback();
        }

        // And it begins again, and is whole
        var applied = atRest(plan);
        assertEquals("APPLIED", await(applied));
        assertEquals("300", ask(claims));
        assertEquals(
                "300",
                ask("select count(*) from journal j join claim c on c.asset::text = j.aggregate_id where c.source = '"
                        + source + "'"));
        assertEquals(
                "300",
                ask("select count(distinct asset) from import_row where import = '"
                        + plan.jsonPath().getString("id") + "' and outcome = 'CREATED'"));
    }

    private static String await(io.restassured.response.Response one) {
        long until = System.nanoTime() + BOUND.toNanos();
        var state = one.jsonPath().getString("state");
        while (!state.equals("APPLIED") && System.nanoTime() < until) {
            LockSupport.parkNanos(50_000_000);
            state = atRest(one).jsonPath().getString("state");
        }
        return state;
    }

    private static void await(String what, String sql, String expected) {
        long until = System.nanoTime() + BOUND.toNanos();
        while (!ask(sql).equals(expected)) {
            if (System.nanoTime() > until) {
                throw new AssertionError("not within " + BOUND + ": " + what + ", but " + ask(sql));
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    @Test
    void a_plan_that_another_change_outdates_is_made_anew() {
        var source = source("");
        var file = machines(3);
        done(source, "", file);
        var renamed = file.replace("Machine", "Renamed");
        var atomic = done(source, "&dryRun=true&mode=ATOMIC", renamed);
        var partial = done(source, "&dryRun=true", renamed);
        assertEquals(3, atomic.jsonPath().getInt("counts.updated"));

        // When somebody applies the same first
        expect(200, verb(PPM, partial, "approve"));
        assertEquals("APPLIED", await(partial));

        // Then the plan no longer holds, and ATOMIC says so
        expect(200, verb(PPM, atomic, "approve"));
        var failed = atRest(atomic);
        long until = System.nanoTime() + BOUND.toNanos();
        while (failed.jsonPath().getString("state").equals("PLANNED") && System.nanoTime() < until) {
            failed = atRest(atomic);
        }
        assertEquals("FAILED", failed.jsonPath().getString("state"), failed.asString());
        assertEquals("plan-is-outdated", failed.jsonPath().getString("reasons[0]"));
        assertEquals(
                "2",
                ask("select max(a.version) from asset a join claim c on c.asset = a.id where c.source = '" + source
                        + "'"));
    }

    @Test
    void two_feeds_that_write_one_asset_at_once_come_to_the_same() throws InterruptedException {
        var one = source(", \"rank\": 10");
        var other = source(", \"rank\": 20");
        var serial = UUID.randomUUID().toString().replace("-", "");
        var row = "%s,HARDWARE,%s,DEP-LIB,Main Library,Dell," + serial + "\n";
        var first = Thread.ofVirtual().start(() -> done(one, "", HEADER + row.formatted("A", "By one")));
        var second = Thread.ofVirtual().start(() -> done(other, "", HEADER + row.formatted("B", "By other")));
        first.join();
        second.join();
        assertEquals(
                "By one",
                ask("select a.name from asset a join claim c on c.asset = a.id where c.source = '" + other + "'"));
        assertEquals(
                "2",
                ask("select count(*) from claim where asset = (select asset from claim where source = '" + one + "')"));
        assertEquals(
                1,
                rows(done(one, "&mode=ATOMIC", HEADER + row.formatted("A", "By one")), "?outcome=UNCHANGED")
                        .jsonPath()
                        .getList("items")
                        .size());
    }
}
