package city.c3po.platform.web;

import city.c3po.testing.Database;
import city.c3po.testing.Tokens;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;

/** A list too long to be looked at, and the stream of it. */
final class ManyNotes {
    private ManyNotes() {}

    /** @param text how many letters each has; they compress well, so that the table stays small */
    static void fill(int rows, int text) throws SQLException {
        try (var connection = Database.current().asOwner();
                var sql = connection.createStatement()) {
            if (sql.executeQuery("select from note where author = 'nobody'").next()) {
                return;
            }
            sql.execute("""
                    insert into note (id, number, title, text, state, author, confidential, created_at, version, access)
                    select gen_random_uuid(), 'N-' || n, 'Row ' || n, repeat('x', %d), 'OPEN', 'nobody', false,
                           timestamptz '2026-03-01Z' + n * interval '1 second', 1,
                           '{"classification": "INTERNAL", "departments": [], "people": [], "vendor": null, "bodies": [], "sources": []}'
                    from generate_series(1, %d) n""".formatted(text, rows));
            sql.execute("analyze note");
        }
    }

    static InputStream stream(String type) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/v1/notes"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", Tokens.as("submitter").bearer())
                .header("Accept", type)
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IOException("status " + answer.statusCode());
        }
        return answer.body();
    }

    static long lines(InputStream body) throws IOException {
        long lines = 0;
        var buffer = new byte[64 * 1024];
        for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
            for (int i = 0; i < n; i++) {
                lines += buffer[i] == '\n' ? 1 : 0;
            }
        }
        return lines;
    }
}
