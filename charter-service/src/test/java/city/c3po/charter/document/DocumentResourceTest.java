package city.c3po.charter.document;

import static city.c3po.charter.Http.AUDITOR;
import static city.c3po.charter.Http.LIBRARIAN;
import static city.c3po.charter.Http.SUBMITTER;
import static city.c3po.testing.http.Requests.as;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.hrefOf;
import static city.c3po.testing.http.Requests.post;
import static city.c3po.testing.http.Requests.refused;
import static city.c3po.testing.http.Requests.verb;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.charter.Charters;
import city.c3po.charter.Portfolio;
import city.c3po.charter.charter.Canonical;
import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfra(value = "charter", consumes = "portfolio")
class DocumentResourceTest {
    private static final byte[] PDF = "%PDF-1.7\nA plan".getBytes(StandardCharsets.UTF_8);
    private static final String PLAN = "{\"kind\": \"PROJECT_PLAN\", \"title\": \"%s\"}";

    @Test
    void bytes_come_back_as_they_went_in_and_only_as_a_download() {
        var entry = register(PLAN.formatted("The plan"));
        assertNull(entry.jsonPath().getString("sha256"));
        var uploaded = expect(200, upload(entry, "?fileName=plan%20(1).pdf&mediaType=application/pdf", PDF));
        assertEquals(Canonical.sha256(PDF), uploaded.jsonPath().getString("sha256"));
        assertEquals("application/pdf", uploaded.jsonPath().getString("mediaType"));
        assertEquals(1, uploaded.jsonPath().getInt("edition"));

        var download = expect(200, get(AUDITOR, hrefOf(entry) + "/content"));
        assertArrayEquals(PDF, download.asByteArray());
        assertTrue(download.header("Content-Disposition").startsWith("attachment"));
        assertEquals("application/octet-stream", download.contentType());
        assertEquals("nosniff", download.header("X-Content-Type-Options"));
    }

    @Test
    void a_large_upload_is_streamed_and_one_that_is_too_large_refused() throws Exception {
        var entry = register(PLAN.formatted("Large"));
        var large = new byte[20 * 1024 * 1024];
        Arrays.fill(large, (byte) 'a');
        var uploaded = expect(200, upload(entry, "", large));
        assertEquals(large.length, uploaded.jsonPath().getInt("size"));
        assertArrayEquals(large, get(AUDITOR, hrefOf(entry) + "/content").asByteArray());

        // in chunks, so that its length is not known before
        var tooLarge = Arrays.copyOf(large, large.length + 1);
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + RestAssured.port + hrefOf(entry) + "/content"))
                .header("Authorization", SUBMITTER.bearer())
                .header("If-Match", uploaded.header("ETag"))
                .header("Content-Type", "application/octet-stream")
                .PUT(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooLarge)))
                .build();
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertEquals(413, answer.statusCode(), answer.body());
        }
        assertEquals(1, get(AUDITOR, hrefOf(entry)).jsonPath().getInt("edition"));
    }

    @Test
    void a_document_that_lies_about_its_type_is_refused() {
        var entry = register(PLAN.formatted("Liar"));
        var script = "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        assertEquals("type-as-declared", refused(422, upload(entry, "?mediaType=application/pdf", script)));
        assertEquals("type-as-declared", refused(422, upload(entry, "?mediaType=text/plain", script)));
        assertEquals("type-as-declared", refused(422, upload(entry, "?mediaType=image/png", PDF)));
        assertEquals("no-program", refused(422, upload(entry, "", new byte[] {'M', 'Z', 0, 1, 2})));
        assertEquals("no-program", refused(422, upload(entry, "", "#!/bin/sh\nrm".getBytes(StandardCharsets.UTF_8))));
        assertEquals("not-empty", refused(422, upload(entry, "", new byte[0])));
        assertEquals("bytes-as-announced", refused(422, upload(entry, "?sha256=" + "0".repeat(64), PDF)));
        assertEquals(0, get(AUDITOR, hrefOf(entry)).jsonPath().getInt("edition"));
        expect(404, get(AUDITOR, hrefOf(entry) + "/content"));
    }

    @Test
    void an_upload_that_breaks_off_in_the_middle_leaves_nothing() throws IOException {
        var entry = register(PLAN.formatted("Broken"));
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            var head = "PUT " + hrefOf(entry) + "/content HTTP/1.1\r\nHost: x\r\nAuthorization: " + SUBMITTER.bearer()
                    + "\r\nIf-Match: " + entry.header("ETag")
                    + "\r\nContent-Type: application/octet-stream\r\nContent-Length: 1000000\r\n\r\n%PDF-1.7 only this";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            // leaves without a goodbye, so that the other side notices at once
            socket.setSoLinger(true, 0);
        }
        expect(200, upload(entry, "", PDF));
        assertEquals(1, get(AUDITOR, hrefOf(entry)).jsonPath().getInt("edition"));
        assertEquals(
                1,
                Portfolio.count("select count(*) from document_piece where document = '"
                        + entry.jsonPath().getString("id") + "'"));
    }

    @Test
    void a_link_is_registered_checked_and_withdrawn() {
        var hash = Canonical.sha256(PDF);
        var entry = register(
                "{\"kind\": \"CONTRACT\", \"title\": \"Contract\", \"link\": \"https://share.city.example/c/17\", \"sha256\": \"%s\"}"
                        .formatted(hash));
        assertEquals("illegal-move", refused(409, upload(entry, "", PDF)));
        var unhashed = register(
                "{\"kind\": \"CONTRACT\", \"title\": \"Contract\", \"link\": \"https://share.city.example/c/18\"}");
        assertEquals(
                "is-a-link",
                refused(409, verb(SUBMITTER, unhashed, "check-link", "{\"sha256\": \"%s\"}".formatted(hash))));
        var same = expect(200, verb(SUBMITTER, entry, "check-link", "{\"sha256\": \"%s\"}".formatted(hash)));
        var other = expect(200, verb(SUBMITTER, same, "check-link", "{\"sha256\": \"%s\"}".formatted("0".repeat(64))));
        assertEquals(List.of(true, false), other.jsonPath().getList("linkChecks.same"));
        assertEquals("registrar-only", refused(403, verb(LIBRARIAN, other, "withdraw", "{\"reason\": \"Mine\"}")));
        var withdrawn = expect(200, verb(SUBMITTER, other, "withdraw", "{\"reason\": \"A newer one\"}"));
        assertEquals("illegal-move", refused(409, verb(SUBMITTER, withdrawn, "withdraw", "{\"reason\": \"Again\"}")));
    }

    @Test
    void the_archive_is_searched_by_words_kind_department_and_vendor() {
        var charter = Charters.lite();
        var path = hrefOf(charter) + "/documents";
        expect(201, post(SUBMITTER, path, PLAN.formatted("Zeppelin mooring plan")));
        assertEquals("charter-people-only", refused(403, post(LIBRARIAN, path, PLAN.formatted("Not mine"))));
        for (var query :
                List.of("q=zeppelin%20mooring", "q=zeppelin&kind=PROJECT_PLAN", "q=zeppelin&department=DEP-PW")) {
            assertEquals(
                    List.of("Zeppelin mooring plan"),
                    get(AUDITOR, "/v1/documents?" + query).jsonPath().getList("items.title"));
        }
        for (var query : List.of("q=zeppelin&kind=CONTRACT", "q=zeppelin&vendor=V-1", "q=zeppelin%20landing")) {
            assertEquals(
                    List.of(), get(AUDITOR, "/v1/documents?" + query).jsonPath().getList("items"));
        }
    }

    private static Response register(String body) {
        return expect(201, post(SUBMITTER, hrefOf(Charters.lite()) + "/documents", body));
    }

    private static Response upload(Response entry, String query, byte[] bytes) {
        return as(SUBMITTER)
                .header("If-Match", entry.header("ETag"))
                .contentType("application/octet-stream")
                .body(bytes)
                .put(hrefOf(entry) + "/content" + query);
    }
}
