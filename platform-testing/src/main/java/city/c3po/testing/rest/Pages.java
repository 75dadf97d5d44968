package city.c3po.testing.rest;

import static city.c3po.testing.rest.Subject.check;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Lists come in pages that miss nothing and repeat nothing, however much is written meanwhile. */
record Pages(Api api) implements Subject {
    private static final int SEVERAL = 7;

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public List<Check> checks() {
        return List.of(
                check("all pages together are all records, each once", () -> {
                    var made = makeSeveral();
                    assertTrue(api.walk(3, () -> {}).containsAll(made), "records are missing");
                }),
                check("what is written between pages neither repeats nor hides what was there", () -> {
                    var made = makeSeveral();
                    assertTrue(api.walk(50, api::make).containsAll(made), "records are missing");
                }),
                check("a page is never longer than its limit, and says where the next one is", () -> {
                    makeSeveral();
                    var page = api.filtered(Map.of("limit", 2));
                    assertEquals(2, page.jsonPath().getList("items").size());
                    assertNotNull(page.jsonPath().getString("next"), "no next");
                }),
                check("the last page says that there is no next one", () -> {
                    makeSeveral();
                    var page = api.filtered(Map.of("limit", 500));
                    while (page.jsonPath().getString("next") != null) {
                        page = api.follow(page.jsonPath().getString("next"));
                    }
                    assertEquals(200, page.statusCode(), page.asString());
                    assertFalse(page.jsonPath().getList("items").isEmpty(), "an empty last page");
                    assertTrue(page.jsonPath().getMap("").containsKey("next"), "next must be said, as null");
                }),
                check("without a limit a page has 50", () -> {
                    for (var made = 0; made <= 50; made++) {
                        api.make();
                    }
                    assertEquals(
                            50,
                            api.filtered(Map.of()).jsonPath().getList("items").size());
                }),
                check("items say what their reader may do", () -> {
                    api.make();
                    assertFalse(api.filtered(Map.of("limit", 1))
                            .jsonPath()
                            .getList("items.allowedActions")
                            .contains(null));
                }),
                check("records are counted only when asked for", () -> {
                    api.make();
                    assertNull(api.filtered(Map.of("limit", 1)).jsonPath().get("total"));
                    var counted = api.filtered(Map.of("limit", 1, "count", "true"));
                    assertEquals(200, counted.statusCode(), counted.asString());
                    assertTrue(counted.jsonPath().getLong("total") >= 1);
                }),
                check("a forged cursor is 400", () -> {
                    makeSeveral();
                    var cursor =
                            cursorOf(api.filtered(Map.of("limit", 2)).jsonPath().getString("next"));
                    for (var forged : Stream.concat(
                                    Stream.of("x", "AAAA", "a.b.c", cursor + "A", cursor.substring(1)),
                                    Stream.of(flipped(cursor, 0.5), flipped(cursor, 0.9)))
                            .toList()) {
                        Expect.problem(400, api.filtered(Map.of("limit", 2, "cursor", forged)));
                    }
                }),
                check("a cursor of another filter is 400", () -> {
                    makeSeveral();
                    assertFalse(api.kind().filter().isEmpty(), "describe a filter");
                    var cursor =
                            cursorOf(api.filtered(Map.of("limit", 2)).jsonPath().getString("next"));
                    Expect.problem(
                            400,
                            api.creator()
                                    .queryParam("limit", 2)
                                    .queryParam("cursor", cursor)
                                    .get(api.list()));
                }));
    }

    private Set<String> makeSeveral() {
        var ids = new HashSet<String>();
        for (var i = 0; i < SEVERAL; i++) {
            ids.add(api.make().answer().jsonPath().getString("id"));
        }
        return ids;
    }

    private static String cursorOf(String next) {
        return Stream.of(URI.create(next).getQuery().split("&"))
                .filter(part -> part.startsWith("cursor="))
                .map(part -> part.substring("cursor=".length()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no cursor in " + next));
    }

    /** One character changed, somewhere inside. */
    private static String flipped(String cursor, double where) {
        var at = (int) (cursor.length() * where);
        var other = cursor.charAt(at) == 'A' ? 'B' : 'A';
        return cursor.substring(0, at) + other + cursor.substring(at + 1);
    }
}
