package city.c3po.audit.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.audit.TheServers;
import city.c3po.audit.known.CityDays;
import city.c3po.audit.known.KnownRecords;
import city.c3po.testing.Database;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What the judgement of one subject costs does not depend on how much was told before it. */
@QuarkusTest
@WithTestResource(TheServers.class)
class CostTest {
    /** A million once, by hand: {@code -Dc3po.past=1000000}. */
    private static final int PAST = Integer.getInteger("c3po.past", 12_000);

    private static final String WAS = """
            insert into known_record (type, id, version, recorded_at, state, source)
            select 'engagement', 'past-%1$s-' || n, 1, now(), jsonb_build_object('project', jsonb_build_object('id', 'pp-%1$s-' || n / 3),
                'solicitedOn', '2020-01-01', 'endsOn', '2020-06-01'), 'past'
            from generate_series(1, %2$d) n""";

    private record Cost(int statements, long rows) {}

    @Inject
    CityDays days;

    @Inject
    ObjectMapper json;

    @Test
    void an_event_costs_the_same_after_many_others() throws SQLException {
        var others = new TheOthers(days);
        others.template();
        others.initiative("MAJOR", "CONVERTED", "\"ppm\"");
        others.project("PROCURING");
        others.charter("COMMITTED", true, 1);
        others.engagement(days.today().minusDays(10), days.today(), "ACTIVE");
        others.ranking();
        try {
            past(PAST / 10);
            judged(others.project);
            var early = judged(others.project);
            past(PAST);
            var late = judged(others.project);
            System.out.printf(
                    "cost of judging one project: %d statements, %d rows after %d events; %d statements, %d rows after %d%n",
                    early.statements(), early.rows(), PAST / 10, late.statements(), late.rows(), PAST + PAST / 10);
            assertEquals(early, late);
            assertTrue(late.statements() <= 12 && late.rows() <= 40, late.toString());
        } finally {
            try (var connection = Database.current().asOwner();
                    var statement = connection.createStatement()) {
                statement.execute("delete from known_record where source = 'past'");
            }
        }
    }

    private static void past(int events) throws SQLException {
        try (var connection = Database.current().asOwner();
                var statement = connection.createStatement()) {
            statement.execute(WAS.formatted(UUID.randomUUID(), events));
            statement.execute("vacuum analyze known_record");
        }
    }

    /** Rows that PostgreSQL read and statements that were sent, of one judgement in its own transaction. */
    private Cost judged(String project) throws SQLException {
        try (var connection = Database.current().asApp()) {
            connection.setAutoCommit(false);
            var statements = new AtomicInteger();
            var counting = counting(connection, statements);
            long before = read(connection);
            var root = new DueSubjects.Root("project", project);
            var known = new KnownRecords(counting, json);
            var judges = new Judges(known, days, "technology-management");
            var told = known.find(root.type(), root.id());
            var readings = judges.judge(told, root.type(), days.now());
            assertEquals(2, readings.found().size());
            new Subjects(counting)
                    .replace(root, readings.found(), told.orElseThrow().access());
            new DueSubjects(counting).settle(root, readings.next());
            var cost = new Cost(statements.get(), read(connection) - before);
            connection.commit();
            return cost;
        }
    }

    private static Connection counting(Connection connection, AtomicInteger statements) {
        return (Connection) Proxy.newProxyInstance(
                CostTest.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        statements.incrementAndGet();
                    }
                    return method.invoke(connection, arguments);
                });
    }

    private static long read(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)) from pg_stat_xact_user_tables")) {
            row.next();
            return row.getLong(1);
        }
    }
}
