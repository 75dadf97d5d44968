package city.c3po.platform.web;

import static city.c3po.platform.note.NoteApi.submitter;
import static city.c3po.platform.web.Shape.problem;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.testing.Database;
import city.c3po.testing.Tokens;
import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streams of a list that is larger than the memory. */
@QuarkusTest
@WithInfra("platformtest")
class ExportTest {
    private static final int ROWS = 200_000;
    /** Times the rows, this is more than the memory of the test JVM. */
    private static final int TEXT = 6_000;

    @ConfigProperty(name = "c3po.streams.max")
    int mostStreams;

    @BeforeEach
    void fill() throws SQLException {
        ManyNotes.fill(ROWS, TEXT);
    }

    @Test
    void a_list_larger_than_the_memory_arrives_whole() throws IOException, InterruptedException {
        assertTrue((long) ROWS * TEXT > Runtime.getRuntime().maxMemory(), "it would fit into the memory");

        assertEquals(ROWS, ManyNotes.lines(ManyNotes.stream("application/x-ndjson")));
    }

    @Test
    void readers_who_do_not_read_hold_a_place_but_no_connection() throws IOException, SQLException {
        var stalled = new ArrayList<Socket>();
        try {
            while (stalled.size() < mostStreams) {
                stalled.add(stalledReader());
            }
            await().until(() -> placesAreTaken(stalled));

            problem(nothing(), 429, "too-many-requests").header("Retry-After", "5");
            submitter().get("/v1/notes?limit=1").then().statusCode(200);
            await().until(() -> openTransactions() == 0);
        } finally {
            for (var socket : stalled) {
                socket.close();
            }
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> nothing().statusCode() == 200);
    }

    /** One more reader where one was refused. */
    private static boolean placesAreTaken(List<Socket> stalled) throws IOException {
        if (nothing().statusCode() == 429) {
            return true;
        }
        stalled.add(stalledReader());
        return false;
    }

    /** A stream of no rows. */
    private static Response nothing() {
        return submitter().accept("text/csv").get("/v1/notes?on=1999-01-01");
    }

    /** Asks for everything and takes nothing. */
    private static Socket stalledReader() throws IOException {
        var socket = new Socket("localhost", RestAssured.port);
        socket.getOutputStream()
                .write(("GET /v1/notes HTTP/1.1\r\nHost: localhost\r\nAccept: application/x-ndjson\r\nAuthorization: "
                                + Tokens.as("submitter").bearer() + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private static long openTransactions() throws SQLException {
        try (var connection = Database.current().asSuperuser();
                var row = connection
                        .createStatement()
                        .executeQuery("select count(*) from pg_stat_activity where datname = current_database()"
                                + " and usename = 'platformtest_app' and state = 'idle in transaction'")) {
            row.next();
            return row.getLong(1);
        }
    }
}
