package city.c3po.gateway.openapi;

import static city.c3po.gateway.openapi.AggregateTest.assertRefused;
import static city.c3po.gateway.openapi.Documents.document;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RouteTableTest {
    private static final RouteTable TABLE =
            RouteTable.of(List.of(document("a", """
                    "paths": {"/v1/as": {"get": {}, "post": {}}, "/v1/as/{id}": {"get": {}, "delete": {}},
                      "/v1/as/batch": {"post": {}}, "/v1/as/{id}/history": {"get": {}}, "/internal/as": {"get": {}},
                      "/v1/as/by-ref/{source}/{key}": {"put": {}}, "/v1/odd": {"trace": {}, "options": {}, "head": {}}}""").open(), document("b", """
                    "paths": {"/public/v1/bs": {"get": {}}, "/public/dashboard": {"get": {}},
                      "/public/dashboard/{page}": {"get": {}}, "/public/data.json": {"get": {}}}""").open()));

    private static RouteTable.Resource at(String... segments) {
        return Objects.requireNonNull(TABLE.find(List.of(segments)));
    }

    private static String template(String method, String... segments) {
        return Objects.requireNonNull(at(segments).route(method)).template();
    }

    @Test
    void finds_the_documented_template() {
        assertEquals("/v1/as", template("GET", "v1", "as"));
        assertEquals("/v1/as/{id}", template("DELETE", "v1", "as", "7"));
        assertEquals("/v1/as/by-ref/{source}/{key}", template("PUT", "v1", "as", "by-ref", "s", "k"));
        assertEquals("/public/dashboard/{page}", template("GET", "public", "dashboard", "x"));
    }

    @Test
    void a_literal_segment_beats_a_template_and_gives_way_when_it_leads_nowhere() {
        assertEquals("/v1/as/batch", template("POST", "v1", "as", "batch"));
        assertNull(at("v1", "as", "batch").route("GET"));
        assertEquals("/v1/as/{id}/history", template("GET", "v1", "as", "batch", "history"));
    }

    @Test
    void nothing_else_is_found() {
        assertNull(TABLE.find(List.of()));
        assertNull(TABLE.find(List.of("v1")));
        assertNull(TABLE.find(List.of("v1", "as", "")));
        assertNull(TABLE.find(List.of("v1", "AS")));
        assertNull(TABLE.find(List.of("v1", "as", "7", "history", "more")));
        assertNull(TABLE.find(List.of("internal", "as")));
        assertNull(TABLE.find(List.of("v1", "as", "{id}", "none")));
    }

    @Test
    void allow_lists_what_is_documented_and_what_follows_from_it() {
        assertEquals("GET, HEAD, OPTIONS, POST", at("v1", "as").allow());
        assertEquals("DELETE, GET, HEAD, OPTIONS", at("v1", "as", "7").allow());
        assertEquals("HEAD, OPTIONS", at("v1", "odd").allow());
    }

    @Test
    void head_follows_get_and_nothing_else_does() {
        assertNotNull(at("v1", "as").route("HEAD"));
        assertNull(at("v1", "as", "batch").route("HEAD"));
        assertNull(at("v1", "as").route("get"));
        assertNull(at("v1", "odd").route("TRACE"));
    }

    @Test
    void a_first_segment_belongs_to_one_service() {
        var first = document("a", "\"paths\": {\"/v1/as\": {\"get\": {}}}");
        var second = document("b", "\"paths\": {\"/v1/as/other\": {\"get\": {}}}");

        assertRefused("a and b both claim /v1/as", () -> RouteTable.of(List.of(first.open(), second.open())));
    }

    @Test
    void two_spellings_of_one_route_are_refused() {
        var twice = document("a", "\"paths\": {\"/v1/as/{id}\": {\"get\": {}}, \"/v1/as/{number}\": {\"get\": {}}}");

        assertRefused("the same to a request", () -> RouteTable.of(List.of(twice.open())));
    }
}
