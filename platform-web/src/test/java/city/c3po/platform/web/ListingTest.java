package city.c3po.platform.web;

import static city.c3po.platform.note.NoteApi.as;
import static city.c3po.platform.note.NoteApi.submitter;
import static city.c3po.platform.web.Shape.problem;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.platform.note.NoteOrder;
import city.c3po.testing.Database;
import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithInfra("platformtest")
class ListingTest {
    private static final int NOTES = 23;

    /** Few different costs and times, so that orders have ties. */
    @BeforeEach
    void fill() throws SQLException {
        try (var connection = Database.current().asOwner();
                var sql = connection.createStatement()) {
            sql.execute("truncate note");
            sql.execute("""
                    insert into note (id, number, title, text, state, author, confidential, cost, currency, created_at, version, access)
                    select gen_random_uuid(), 'N-' || n, 'Title ' || chr(64 + n), null,
                           case when n %% 4 = 0 then 'ARCHIVED' else 'OPEN' end, 'nobody', false,
                           case when n %% 5 = 0 then null else (n %% 3) * 10 end, 'USD',
                           timestamptz '2026-03-01 12:00:00.123456Z' + (n / 4) * interval '1 microsecond', 1,
                           '{"classification": "INTERNAL", "departments": [], "people": [], "vendor": null, "bodies": [], "sources": []}'
                    from generate_series(1, %d) n""".formatted(NOTES));
        }
    }

    @ParameterizedTest
    @EnumSource(NoteOrder.class)
    void every_order_reaches_every_record_once_ties_or_not(NoteOrder order) {
        var ids = new ArrayList<String>();
        var page = get("/v1/notes?limit=4&sort=" + order);
        for (; ; page = get(page.path("next"))) {
            ids.addAll(page.path("items.id"));
            if (page.path("next") == null) {
                break;
            }
        }

        assertEquals(NOTES, ids.size());
        assertEquals(NOTES, new HashSet<>(ids).size());
        List<String> inOne = get("/v1/notes?limit=500&sort=" + order).path("items.id");
        assertEquals(inOne, ids);
    }

    @Test
    void an_order_orders() {
        List<String> titles = get("/v1/notes?sort=TITLE").path("items.title");
        List<String> times = get("/v1/notes?sort=OLDEST").path("items.createdAt");

        assertEquals(titles.stream().sorted().toList(), titles);
        assertEquals(times.stream().sorted().toList(), times);
        List<String> newest = get("/v1/notes").path("items.createdAt");
        assertEquals(times.stream().sorted(Comparator.reverseOrder()).toList(), newest);
    }

    @Test
    void filters_narrow_the_list_and_its_count() {
        get("/v1/notes?state=ARCHIVED&count=true&limit=2")
                .then()
                .body("items", hasSize(2))
                .body("items.state", everyItem(is("ARCHIVED")))
                .body("total", is(NOTES / 4));
        get("/v1/notes?state=OPEN&minCost=20&on=2026-03-01")
                .then()
                .body("items.state", everyItem(is("OPEN")))
                .body("items.cost.amount", everyItem(is(20.0f)));
        get("/v1/notes?on=2026-03-02").then().body("items", hasSize(0)).body("next", nullValue());
    }

    @Test
    void the_count_is_the_same_on_every_page() {
        String next = get("/v1/notes?limit=5&count=true")
                .then()
                .body("total", is(NOTES))
                .extract()
                .path("next");

        get(next).then().body("total", is(NOTES));
    }

    @Test
    void the_next_page_keeps_filters_and_limit() {
        String next = get("/v1/notes?state=OPEN&limit=3&sort=TITLE").path("next");

        assertTrue(next.startsWith("/v1/notes?cursor="), next);
        assertTrue(next.endsWith("&limit=3&sort=TITLE&state=OPEN"), next);
    }

    @Test
    void a_cursor_goes_with_its_filters() {
        String next = get("/v1/notes?state=OPEN&limit=3").path("next");

        problem(got(next.replace("state=OPEN", "state=ARCHIVED")), 400, "cursor-mismatch");
        problem(got(next.replace("&state=OPEN", "")), 400, "cursor-mismatch");
        problem(got(next + "&sort=TITLE"), 400, "cursor-mismatch");
        get(next.replace("limit=3", "limit=7")).then().body("items", hasSize(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b.c", "test.e30.AAAA", "..", "test..", "%00", "test.%C3%A9.x"})
    void a_made_up_cursor_is_refused(String cursor) {
        problem(got("/v1/notes?cursor=" + cursor), 400, cursor.equals("%00") ? "bad-parameter" : "bad-cursor");
    }

    @Test
    void what_a_reader_may_not_see_is_neither_listed_nor_counted() throws SQLException {
        try (var connection = Database.current().asOwner()) {
            connection
                    .createStatement()
                    .execute(
                            "update note set confidential = true,"
                                    + " access = jsonb_set(access, '{classification}', '\"CONFIDENTIAL\"') where state = 'ARCHIVED'");
        }

        get("/v1/notes?count=true&limit=500")
                .then()
                .body("total", is(NOTES - NOTES / 4))
                .body("items.state", not(hasItem("ARCHIVED")));
        as("ppm").get("/v1/notes?count=true").then().body("total", is(NOTES));
    }

    @Test
    void reading_confidential_records_leaves_a_line_in_the_log() throws SQLException {
        try (var connection = Database.current().asOwner()) {
            connection
                    .createStatement()
                    .execute(
                            "update note set confidential = true, access = jsonb_set(access, '{classification}', '\"CONFIDENTIAL\"')"
                                    + " where number in ('N-1', 'N-2')");
        }
        var lines = new ArrayList<String>();
        var listener = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(new org.jboss.logmanager.formatters.PatternFormatter("%s")
                        .format(org.jboss.logmanager.ExtLogRecord.wrap(line)));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        var log = Logger.getLogger("city.c3po.confidential");
        log.addHandler(listener);
        try {
            as("ppm").get("/v1/notes?limit=500").then().statusCode(200);
            as("ppm").accept("application/x-ndjson").get("/v1/notes").then().statusCode(200);
            as("submitter").get("/v1/notes?limit=500").then().statusCode(200);
        } finally {
            log.removeHandler(listener);
        }

        assertEquals(2, lines.size(), lines.toString());
        assertTrue(
                lines.get(0)
                        .matches(
                                "confidential records shown who=\\S+ client=\\S+ how=list count=2 what=Note/\\S+,Note/\\S+"),
                lines.get(0));
        assertTrue(lines.get(1).contains("how=export count=2"), lines.get(1));
    }

    @Test
    void ndjson_is_one_view_a_line() {
        var answer = submitter().accept("application/x-ndjson").get("/v1/notes?state=OPEN&sort=TITLE");

        answer.then().statusCode(200).contentType(startsWith("application/x-ndjson"));
        var lines = answer.asString().lines().toList();
        assertEquals(NOTES - NOTES / 4, lines.size());
        assertTrue(
                lines.stream().allMatch(line -> line.startsWith("{\"id\":\"") && line.endsWith("}")), lines.getFirst());
        assertTrue(answer.asString().endsWith("}\n"));
    }

    @Test
    void csv_has_a_header_and_flat_rows() {
        var answer = submitter().accept("text/csv").get("/v1/notes?sort=TITLE");

        answer.then().statusCode(200).contentType(startsWith("text/csv"));
        var lines = answer.asString().split("\r\n");
        assertEquals(NOTES + 1, lines.length);
        assertEquals(
                "id,number,title,text,state,author,cost.amount,cost.currency,createdAt,version,href,allowedActions",
                lines[0]);
        assertTrue(lines[1].matches("[0-9a-f-]{36},N-\\d+,Title A,,OPEN,nobody,(\\d+\\.00)?,(USD)?,2026-.*"), lines[1]);
    }

    @Test
    void an_empty_stream_is_empty_and_an_empty_csv_has_its_header() {
        var nothing = "/v1/notes?on=1999-01-01";

        assertEquals("", submitter().accept("application/x-ndjson").get(nothing).asString());
        assertTrue(submitter().accept("text/csv").get(nothing).asString().matches("id,number,.*\r\n"));
    }

    @Test
    void a_stream_knows_no_limit_and_refuses_what_the_list_refuses() {
        var stream = submitter().accept("application/x-ndjson");

        assertEquals(NOTES, stream.get("/v1/notes?limit=2").asString().lines().count());
        problem(stream.get("/v1/notes?limit=0"), 400, "bad-parameter");
        problem(stream.get("/v1/notes?state=LOST"), 400, "bad-parameter");
        problem(stream.get("/v1/notes?colour=red"), 400, "unknown-parameter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/*",
                "application/json, text/csv;q=0.5",
                "text/csv;q=0.1, application/json;q=0.9",
                "text/html, application/json",
                "application/json;charset=UTF-8"
            })
    void whoever_accepts_json_gets_a_page(String accept) {
        submitter()
                .accept(accept)
                .get("/v1/notes?limit=2")
                .then()
                .statusCode(200)
                .body("items", hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "text/*", "text/csv, application/json;q=0.5", "text/html, text/csv"})
    void whoever_prefers_csv_gets_it(String accept) {
        submitter().accept(accept).get("/v1/notes").then().statusCode(200).contentType(startsWith("text/csv"));
    }

    @Test
    void a_list_has_no_tag_and_may_be_kept_by_its_reader_only() {
        var answer = get("/v1/notes");

        assertNull(answer.header("ETag"));
        assertEquals("private, no-cache", answer.header("Cache-Control"));
        assertFalse(answer.headers().hasHeaderWithName("Last-Modified"));
        answer.then().body("items[0].allowedActions", hasSize(0));
    }

    private static Response get(String path) {
        var answer = got(path);
        assertEquals(200, answer.statusCode(), answer.asString());
        return answer;
    }

    private static Response got(String path) {
        return submitter().urlEncodingEnabled(false).get(path);
    }
}
