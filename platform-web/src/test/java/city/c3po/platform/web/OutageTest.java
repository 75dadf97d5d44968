package city.c3po.platform.web;

import static city.c3po.platform.note.NoteApi.submitter;
import static city.c3po.platform.web.Shape.problem;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import city.c3po.testing.Cable;
import city.c3po.testing.Database;
import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The database is away for a while. */
@QuarkusTest
@WithInfra(value = "platformtest", cabled = true)
class OutageTest {
    private final String key = UUID.randomUUID().toString();

    @Test
    void reads_and_writes_are_503_and_come_back_by_themselves() throws SQLException {
        var note = noteBefore();
        Cable.postgres().cut();
        try {
            for (var answer : new Response[] {submitter().get(note), submitter().get("/v1/notes"), write("During")}) {
                problem(answer, 503, "temporarily-unavailable")
                        .header("Retry-After", "5")
                        .body(not(containsString("SQL")))
                        .body(not(containsString("127.0.0.1")));
            }
        } finally {
            Cable.postgres().restore();
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> submitter().get(note).statusCode() == 200);

        assertEquals(201, write("After").statusCode());
        assertEquals(0, notesWith("During " + key));
    }

    @Test
    void what_needs_no_database_is_refused_as_ever() {
        Cable.postgres().cut();
        try {
            problem(submitter().get("/v1/notes/42"), 404, "not-found");
            problem(submitter().get("/v1/notes?limit=0"), 400, "bad-parameter");
        } finally {
            Cable.postgres().restore();
        }
    }

    @Test
    void a_stream_that_breaks_off_does_not_look_complete() throws Exception {
        ManyNotes.fill(20_000, 6_000);
        try (var body = ManyNotes.stream("text/csv")) {
            body.readNBytes(10_000);
            Cable.postgres().cut();

            assertThrows(IOException.class, () -> ManyNotes.lines(body));
        } finally {
            Cable.postgres().restore();
        }
    }

    /** Connections that an earlier cut broke are noticed when they are used. */
    private String noteBefore() {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> write("Before"), answer -> answer.statusCode() == 201)
                .path("href");
    }

    private Response write(String title) {
        return submitter()
                .contentType("application/json")
                .body("{\"title\": \"%s %s\", \"confidential\": false}".formatted(title, key))
                .post("/v1/notes");
    }

    private static long notesWith(String title) throws SQLException {
        try (var connection = Database.current().asOwner();
                var query = connection.prepareStatement("select count(*) from note where title = ?")) {
            query.setString(1, title);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
