package city.c3po.reporting.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.c3po.reporting.Portfolio;
import city.c3po.reporting.Portfolio.Event;
import city.c3po.testing.Database;
import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However events come, the log has each of them once and in order, and its end is the same. */
@QuarkusTest
@WithInfra(value = "reporting", consumes = "portfolio", cabled = true)
class ConvergenceTest {
    private static final int SUBJECTS = 8;
    private static final int VERSIONS = 12;

    private Portfolio portfolio;

    @BeforeEach
    void open() {
        portfolio = new Portfolio();
    }

    @AfterEach
    void close() {
        portfolio.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 22, 33, 44})
    void repeatsDelaysAndDisorderChangeNothing(long seed) throws SQLException {
        var random = new Random(seed);
        var events = history();
        var deliveries = new ArrayList<>(events);
        for (int repeat = 0; repeat < events.size() / 2; repeat++) {
            deliveries.add(events.get(random.nextInt(events.size())));
        }
        Collections.shuffle(deliveries, random);
        deliveries.replaceAll(event -> event.in(random.nextInt(6)));

        portfolio.send(deliveries);
        awaitTaken(events.size());

        assertComplete();
        assertEquals(
                0,
                Portfolio.count("select count(*) from inbox_waiting where aggregate_type = '" + portfolio.type + "'"));
    }

    @Test
    void aConsumerThatBeginsWithNothingEndsInTheSameState() throws SQLException {
        portfolio.send(history());
        awaitTaken(SUBJECTS * VERSIONS);
        var before = state();

        // Given a database that knows nothing, and everything sent again
        try (var owner = Database.current().asOwner();
                var sql = owner.createStatement()) {
            sql.execute("truncate change, subject, inbox, inbox_waiting, inbox_source, inbox_partition");
            sql.execute("update change_counter set head = 0, generation = generation + 1");
        }
        portfolio.send(history());
        awaitTaken(SUBJECTS * VERSIONS);

        assertEquals(before, state());
        assertComplete();
    }

    private List<Event> history() {
        var events = new ArrayList<Event>();
        for (long version = 1; version <= VERSIONS; version++) {
            for (int subject = 1; subject <= SUBJECTS; subject++) {
                events.add(portfolio.event("s" + subject, version).in(subject % 6));
            }
        }
        return events;
    }

    private void awaitTaken(long events) {
        Portfolio.await(
                "all are in the log",
                () -> Portfolio.count(
                                "select count(*) from change where op in ('created', 'updated') and subject_type = '"
                                        + portfolio.type + "'")
                        >= events);
    }

    private void assertComplete() {
        assertEquals(0, Portfolio.count("""
                        select count(*) from (
                            select version, row_number() over (partition by subject_id order by seq) as place
                            from change where op in ('created', 'updated') and subject_type = '%s') told
                        where version <> place""".formatted(portfolio.type)), "each version once and in order");
        assertEquals(
                SUBJECTS,
                Portfolio.count("select count(*) from subject where present and version = " + VERSIONS + " and type = '"
                        + portfolio.type + "' and state ->> 'title' = 'version " + VERSIONS + "'"));
        assertEquals(
                0,
                Portfolio.count("select head - (select count(*) from change) from change_counter"),
                "no position is empty");
        assertEquals(
                0, Portfolio.count("select coalesce(max(seq), 0) - (select head from change_counter) from change"));
    }

    private List<String> state() throws SQLException {
        try (var connection = Database.current().asApp();
                var query = connection.prepareStatement(
                        "select id || ' ' || version || ' ' || state::text || access::text from subject where type = ? order by id")) {
            query.setString(1, portfolio.type);
            try (var row = query.executeQuery()) {
                var all = new ArrayList<String>();
                while (row.next()) {
                    all.add(row.getString(1));
                }
                return all;
            }
        }
    }
}
