package city.c3po.story.operations;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Trouble that comes while a service runs: a full disk, a clock that goes wrong, a neighbour of the next version. */
@Order(81)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunningTroubleStory {
    private static final Duration PATIENCE = Program.PATIENCE;
    private static final int MEGABYTES = 64;
    /** Far more than what fits into pages that are there already. */
    private static final int ATTEMPTS = 2_000;

    private final Neighbours portfolio = Neighbours.of("portfolio");
    private final Optional<SmallDisk> disk = SmallDisk.under(portfolio.database(), MEGABYTES);
    private Program program;

    @BeforeAll
    void start() {
        program = Program.start("portfolio-service", portfolio.settings()).awaitReady();
    }

    @AfterAll
    void stop() {
        program.close();
        disk.ifPresent(SmallDisk::close);
    }

    @Test
    void on_a_full_disk_it_refuses_writes_answers_reads_keeps_what_it_promised_and_goes_on() throws Exception {
        Assumptions.assumeTrue(disk.isPresent(), "needs the right to mount a small disk");
        var promised = new ArrayList<>(List.of(Writing.at(program).one("Before")));

        disk.get().fill();
        var refusal = writeUntilRefused(promised);

        assertEquals(503, refusal.statusCode(), refusal::body);
        assertTrue(refusal.headers().firstValue("Retry-After").isPresent(), refusal::toString);
        assertTrue(refusal.body().contains("temporarily-unavailable"), refusal::body);
        assertAllThere(promised);

        disk.get().makeRoom();

        await("writes are taken again")
                .atMost(PATIENCE)
                .until(() -> Writing.at(program).attempt("After").statusCode() == 201);
        assertAllThere(promised);
    }

    @Test
    void with_a_clock_that_is_not_the_database_s_it_is_not_ready_until_they_agree() throws Exception {
        var app = portfolio.database().appRole() + " in database "
                + portfolio.database().name();
        asSuperuser(
                "create schema skewed",
                "create function skewed.clock_timestamp() returns timestamptz language sql"
                        + " as 'select pg_catalog.clock_timestamp() + interval ''1 minute'''",
                "grant usage on schema skewed to public",
                "alter role " + app + " set search_path = skewed, pg_catalog, public",
                endSessions());

        program.awaitUnready();
        await("it says so").atMost(PATIENCE).until(() -> program.log().contains("clock differs from the database's"));

        asSuperuser("alter role " + app + " reset search_path", endSessions());

        program.awaitReady();
        Writing.at(program).one("In time");
    }

    @Test
    void beside_a_replica_of_the_next_version_the_old_one_works_and_can_be_started_anew() throws Exception {
        asSuperuser(
                // What a new replica leaves behind: a migration of the service, one of the platform, and what they add.
                migration("9001", 9001),
                migration("0999", 9002),
                "alter table initiative add column of_the_next_version text");

        try (var old = Program.start("portfolio-service", portfolio.settings()).awaitReady()) {
            var there = Writing.at(old).one("Written by the old one");
            var here = Writing.at(program).one("Written by the other");

            assertEquals(200, Writing.at(program).read(there));
            assertEquals(200, Writing.at(old).read(here));
        }
    }

    private HttpResponse<String> writeUntilRefused(List<String> promised) throws Exception {
        for (var n = 0; n < ATTEMPTS; n++) {
            var answer = Writing.at(program).attempt("Written on a disk that fills up, number " + n);
            if (answer.statusCode() != 201) {
                return answer;
            }
            promised.add(Writing.address(answer));
        }
        throw new AssertionError("the disk does not fill up");
    }

    private void assertAllThere(List<String> promised) throws Exception {
        for (var address : promised) {
            assertEquals(200, Writing.at(program).read(address), address);
        }
    }

    private String endSessions() {
        return "select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s' and usename = '%s'"
                .formatted(portfolio.database().name(), portfolio.database().appRole());
    }

    private static String migration(String version, int rank) {
        return """
                insert into flyway_schema_history
                    (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                values (%d, '%s', 'of the next version', 'SQL', 'V%2$s__next.sql', 1, 'next', 1, true)""".formatted(rank, version);
    }

    private void asSuperuser(String... statements) throws SQLException {
        try (var connection = portfolio.database().asSuperuser();
                var sql = connection.createStatement()) {
            for (var statement : statements) {
                sql.execute(statement);
            }
        }
    }
}
