package city.c3po.testing.rest;

import static city.c3po.testing.rest.Subject.check;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The same list without pages, for spreadsheets and for jobs. */
record Streams(Api api) implements Subject {
    @Override
    public String name() {
        return "streams";
    }

    @Override
    public List<Check> checks() {
        return List.of(
                check("NDJSON has the same records as the pages", () -> {
                    api.make();
                    var pages = api.walk(500, () -> {});
                    assertEquals(
                            pages,
                            stream("application/x-ndjson")
                                    .asString()
                                    .lines()
                                    .map(line -> JsonPath.from(line).getString("id"))
                                    .collect(Collectors.toSet()));
                }),
                check("CSV has the same records as the pages", () -> {
                    api.make();
                    var pages = api.walk(500, () -> {});
                    assertEquals(
                            pages,
                            rows().stream().map(row -> row.getField("id")).collect(Collectors.toSet()));
                }),
                check("a CSV cell is never a formula", () -> {
                    var titles = Stream.of("=1+1", "+1", "-1", "@SUM(A1)")
                            .map(start -> start + " " + api.freshTitle())
                            .toList();
                    titles.forEach(api::make);
                    var rows = rows();
                    var dangerous = Set.of('=', '+', '-', '@', '\t', '\r');
                    for (var row : rows) {
                        for (var cell : row.getFields()) {
                            assertFalse(!cell.isEmpty() && dangerous.contains(cell.charAt(0)), "formula: " + cell);
                        }
                    }
                    for (var title : titles) {
                        assertTrue(
                                rows.stream()
                                        .anyMatch(row -> row.getField(api.kind().titleMember())
                                                .endsWith(title)),
                                "lost: " + title);
                    }
                }),
                check("a CSV cell may hold commas and quotes", () -> {
                    var title = "a \\\"quoted\\\", separated title " + api.freshTitle();
                    api.make(title);
                    var expected = title.replace("\\\"", "\"");
                    assertTrue(
                            rows().stream()
                                    .anyMatch(row -> row.getField(api.kind().titleMember())
                                            .equals(expected)),
                            "lost: " + expected);
                }),
                check(
                        "a stream refuses what the list refuses",
                        () -> Expect.problem(
                                400,
                                api.creator()
                                        .accept("text/csv, application/problem+json")
                                        .queryParam("noSuchParameter", "x")
                                        .get(api.list()))));
    }

    private List<NamedCsvRecord> rows() {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(stream("text/csv").asString())) {
            return rows.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("CSV", e);
        }
    }

    private Response stream(String mediaType) {
        var answer =
                api.creator().accept(mediaType).queryParams(api.kind().filter()).get(api.list());
        assertEquals(200, answer.statusCode(), answer.asString());
        assertTrue(answer.contentType().startsWith(mediaType), answer.contentType());
        return answer;
    }
}
