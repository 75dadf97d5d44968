package city.c3po.charter.archive;

import static city.c3po.charter.Charters.again;
import static city.c3po.charter.Http.AUDITOR;
import static city.c3po.charter.Http.PPM;
import static city.c3po.charter.Http.SUBMITTER;
import static city.c3po.charter.Http.VENDOR;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.hrefOf;
import static city.c3po.testing.http.Requests.patch;
import static city.c3po.testing.http.Requests.post;
import static city.c3po.testing.http.Requests.put;
import static city.c3po.testing.http.Requests.refused;
import static city.c3po.testing.http.Requests.verb;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.charter.Charters;
import city.c3po.charter.Portfolio;
import city.c3po.testing.Database;
import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithInfra(value = "charter", consumes = "portfolio")
class ArchiveResourceTest {
    @Test
    void one_search_finds_charters_documents_and_decisions() {
        var charter = speakingOf("Zanzibar");
        var found = search("q=zanzibar");
        assertEquals(
                List.of("DOCUMENT", "DECISION", "CHARTER"), found.jsonPath().getList("items.type"));
        List<String> links = found.jsonPath().getList("items.href");
        for (var link : links) {
            expect(200, get(AUDITOR, link));
        }
        assertEquals(hrefOf(charter), links.getLast());
        assertEquals(
                List.of("DOCUMENT"),
                search("q=zanzibar&type=DOCUMENT").jsonPath().getList("items.type"));
        assertEquals(
                List.of("DOCUMENT"),
                search("q=zanzibar&kind=PROJECT_PLAN").jsonPath().getList("items.type"));
        assertEquals(List.of(), search("q=zanzibar&kind=CONTRACT").jsonPath().getList("items"));
        assertEquals(
                List.of("DECISION"),
                search("q=zanzibar+%22comes+first%22").jsonPath().getList("items.type"));
        assertEquals(3, search("q=zanzibar&count=true&limit=1").jsonPath().getInt("total"));
    }

    @Test
    void department_and_vendor_are_those_of_the_project() {
        var charter = speakingOf("Quagga");
        var project = charter.jsonPath().getString("project.id");
        assertEquals(
                3,
                search("q=quagga&department=DEP-PW").jsonPath().getList("items").size());
        assertEquals(List.of(), search("q=quagga&department=DEP-LIB").jsonPath().getList("items"));
        assertEquals(List.of(), search("q=quagga&vendor=V-4711").jsonPath().getList("items"));

        expect(
                201,
                post(
                        PPM,
                        "/v1/engagements",
                        "{\"project\": \"%s\", \"vendor\": \"V-4711\", \"title\": \"Work\"}".formatted(project)));
        Portfolio.tell(
                "project", "edited", project, 2, Portfolio.state(project, "LITE", "PLANNING", "", "DEP-PW", "DEP-LIB"));

        assertEquals(
                3, search("q=quagga&vendor=V-4711").jsonPath().getList("items").size());
        Portfolio.await(
                "the library",
                () -> search("q=quagga&department=DEP-LIB")
                                .jsonPath()
                                .getList("items")
                                .size()
                        == 3);
    }

    @Test
    void what_is_edited_away_is_found_no_more() {
        var charter = speakingOf("Okapi");
        expect(200, patch(SUBMITTER, again(charter), "{\"title\": \"Giraffe\"}"));

        assertEquals(
                List.of("DOCUMENT", "DECISION"), search("q=okapi").jsonPath().getList("items.type"));
        assertEquals(List.of("CHARTER"), search("q=giraffe").jsonPath().getList("items.type"));
    }

    @Test
    void pages_follow_one_another_without_gap_or_repetition() {
        for (int n = 0; n < 3; n++) {
            speakingOf("Tapir");
        }
        var ids = new ArrayList<String>();
        var page = search("q=tapir&limit=2");
        ids.addAll(page.jsonPath().getList("items.id"));
        for (var next = page.jsonPath().getString("next"); next != null; ) {
            page = expect(200, get(AUDITOR, next));
            ids.addAll(page.jsonPath().getList("items.id"));
            next = page.jsonPath().getString("next");
        }
        assertEquals(9, ids.size());
        assertEquals(search("q=tapir").jsonPath().getList("items.id"), ids);
        var other = search("q=tapir&limit=2").jsonPath().getString("next").replace("q=tapir", "q=okapi");
        assertEquals("cursor-mismatch", refused(400, get(AUDITOR, other)));
    }

    @Test
    void whoever_may_not_read_a_record_does_not_find_it() {
        speakingOf("Kudu");
        assertEquals(
                List.of(),
                expect(200, get(VENDOR, "/v1/archive?q=kudu")).jsonPath().getList("items"));
        // named in a record, whatever their role
        var named = VENDOR.sub("seated-vendor");
        var draft = Charters.lite();
        expect(
                200,
                put(
                        SUBMITTER,
                        hrefOf(draft) + "/seats/department-head.DEP-PW",
                        draft.header("ETag"),
                        "{\"person\": \"seated-vendor\"}"));
        assertEquals(
                List.of(hrefOf(draft)),
                expect(200, get(named, "/v1/archive?type=CHARTER")).jsonPath().getList("items.href"));
    }

    @Test
    void what_is_asked_wrongly_is_told() {
        expect(400, get(AUDITOR, "/v1/archive?type=POEM"));
        expect(400, get(AUDITOR, "/v1/archive?words=zanzibar"));
        expect(400, get(AUDITOR, "/v1/archive?limit=501"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            words @@ websearch_to_tsquery('simple', 'zanzibar')                | archive_words
            departments @> '["DEP-PW"]'                                        | archive_departments
            kind = 'CONTRACT' order by recorded_at desc, id desc limit 51      | archive_kind
            project in ('p-1') order by recorded_at desc, id desc limit 51     | archive_of_project
            true order by recorded_at desc, id desc limit 51                   | archive_newest""")
    void an_index_backs_each_question(String condition, String index) throws SQLException {
        try (var connection = Database.current().asApp();
                var statement = connection.createStatement()) {
            statement.execute("set enable_seqscan = off");
            var plan = new StringBuilder();
            try (var rows = statement.executeQuery("explain select * from archive_entry r where " + condition)) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            assertTrue(plan.toString().contains(index), plan::toString);
        }
    }

    /** A charter with the word in its title, a decision and a document. */
    private static Response speakingOf(String word) {
        var draft = Charters.lite();
        var titled = expect(200, patch(SUBMITTER, draft, "{\"title\": \"%s\"}".formatted(word)));
        var decided = expect(
                200,
                verb(
                        SUBMITTER,
                        titled,
                        "decisions",
                        "{\"text\": \"%s comes first\", \"decidedBy\": \"ppm\", \"decidedOn\": \"2026-03-02\"}"
                                .formatted(word)));
        expect(
                201,
                post(
                        SUBMITTER,
                        hrefOf(draft) + "/documents",
                        "{\"kind\": \"PROJECT_PLAN\", \"title\": \"Plan of %s\", \"link\": \"https://share.city.example/%s\"}"
                                .formatted(word, word)));
        return decided;
    }

    private static Response search(String query) {
        return expect(200, get(AUDITOR, "/v1/archive?" + query));
    }
}
