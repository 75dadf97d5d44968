package city.c3po.platform.web;

import static city.c3po.platform.note.NoteApi.submitter;
import static city.c3po.platform.note.NoteApi.written;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfra("platformtest")
class AnswerTest {
    @Test
    void a_creation_answers_with_its_address_and_etag() {
        written("First note")
                .header("Location", matchesPattern("http://.*/v1/notes/[0-9a-f-]{36}"))
                .header("ETag", matchesPattern("\"1\\.[0-9a-f]{8}\""))
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .body("number", matchesPattern("NOTE-\\d+"))
                .body("cost", nullValue())
                .body("allowedActions", equalTo(java.util.List.of("edit", "archive")));
    }

    @Test
    void a_read_answers_304_to_who_has_it_already() {
        String href = written("Known note").extract().path("href");
        var etag = submitter()
                .get(href)
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-cache")
                .extract()
                .header("ETag");

        submitter()
                .header("If-None-Match", etag)
                .get(href)
                .then()
                .statusCode(304)
                .header("ETag", etag)
                .body(equalTo(""));
    }
}
