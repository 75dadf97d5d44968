package city.c3po.testing.contract;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

class ContractCheckTest {
    private static final String SUBMITTED = "city.c3po.initiative.submitted.v1";
    private static final String SCHEMA = """
            {"$schema": "https://json-schema.org/draft/2020-12/schema",
             "type": "object",
             "required": ["fact", "state", "access"],
             "properties": {
               "fact": {"type": "object", "properties": {"at": {"type": "string", "format": "date-time"}}},
               "state": {"type": "object", "required": ["title"]},
               "access": {"$ref": "../access.schema.json"}}}""";
    private static final String EXAMPLE = """
            {"fact": {"at": "2026-01-01T00:00:00Z"}, "state": {"title": "Fiber"}, "access": {"classification": "PUBLIC"}}""";

    @TempDir
    Path contracts;

    @BeforeEach
    void aGoodContract() throws IOException {
        write("access.schema.json", """
                {"$schema": "https://json-schema.org/draft/2020-12/schema",
                 "type": "object", "required": ["classification"]}""");
        write("portfolio/initiative.submitted.v1.schema.json", SCHEMA);
        write("portfolio/initiative.submitted.v1.example.json", EXAMPLE);
    }

    @Test
    void a_good_contract_passes() {
        assertEquals(0, failures(Set.of(SUBMITTED)));
    }

    @Test
    void an_event_that_matches_is_accepted() {
        assertDoesNotThrow(() -> Contracts.in(contracts, "portfolio").assertMatches(SUBMITTED, EXAMPLE));
    }

    @Test
    void an_event_that_does_not_match_is_refused() {
        var portfolio = Contracts.in(contracts, "portfolio");
        for (var bad : List.of(
                "{}",
                EXAMPLE.replace("title", "titel"),
                EXAMPLE.replace("2026-01-01T00", "yesterday"),
                EXAMPLE.replace("classification", "class"))) {
            assertThrows(AssertionError.class, () -> portfolio.assertMatches(SUBMITTED, bad), bad);
        }
    }

    @Test
    void an_event_without_contract_is_refused() {
        var portfolio = Contracts.in(contracts, "portfolio");
        assertThrows(AssertionError.class, () -> portfolio.assertMatches("city.c3po.initiative.lost.v1", EXAMPLE));
    }

    @Test
    void a_type_without_schema_fails() {
        assertEquals(1, failures(Set.of(SUBMITTED, "city.c3po.initiative.triaged.v1")));
    }

    @Test
    void a_schema_that_nothing_is_emitted_for_fails() {
        assertEquals(1, failures(Set.of()));
    }

    @Test
    void an_example_that_no_longer_validates_fails() throws IOException {
        write("portfolio/initiative.submitted.v1.example-2.json", EXAMPLE.replace("title", "name"));
        assertEquals(1, failures(Set.of(SUBMITTED)));
    }

    @Test
    void an_example_with_a_member_of_its_own_fails() throws IOException {
        write(
                "portfolio/initiative.submitted.v1.example.json",
                EXAMPLE.replace("{\"fact\"", "{\"secret\": 1, \"fact\""));
        assertEquals(1, failures(Set.of(SUBMITTED)));
    }

    @Test
    void a_schema_that_requires_less_than_the_envelope_fails() throws IOException {
        write("portfolio/initiative.submitted.v1.schema.json", SCHEMA.replace(", \"access\"]", "]"));
        assertEquals(1, failures(Set.of(SUBMITTED)));
    }

    @Test
    void a_schema_that_is_none_fails() throws IOException {
        write("portfolio/initiative.submitted.v1.schema.json", SCHEMA.replace("[\"title\"]", "\"title\""));
        assertEquals(1, failuresOf(checkOf(Set.of(SUBMITTED)).every_schema_is_valid_and_has_an_example()));
    }

    @Test
    void a_schema_of_another_draft_fails() throws IOException {
        write("portfolio/initiative.submitted.v1.schema.json", SCHEMA.replace("2020-12", "2019-09"));
        assertEquals(1, failuresOf(checkOf(Set.of(SUBMITTED)).every_schema_is_valid_and_has_an_example()));
    }

    @Test
    void a_schema_without_example_fails() throws IOException {
        Files.delete(contracts.resolve("portfolio/initiative.submitted.v1.example.json"));
        assertEquals(1, failures(Set.of(SUBMITTED)));
    }

    private long failures(Collection<String> emitted) {
        var check = checkOf(emitted);
        var tests = Stream.of(
                        Stream.of(DynamicTest.dynamicTest(
                                "types", check::there_is_a_schema_for_every_type_that_is_emitted_and_for_no_other)),
                        check.every_schema_is_valid_and_has_an_example(),
                        check.every_example_ever_committed_still_validates())
                .flatMap(group -> group);
        return failuresOf(tests);
    }

    private static long failuresOf(Stream<DynamicTest> tests) {
        return tests.filter(test -> {
                    try {
                        test.getExecutable().execute();
                        return false;
                    } catch (AssertionFailedError e) {
                        return true;
                    } catch (Throwable e) {
                        throw new AssertionError(test.getDisplayName(), e);
                    }
                })
                .count();
    }

    private ContractCheck checkOf(Collection<String> emitted) {
        return new ContractCheck() {
            @Override
            protected String key() {
                return "portfolio";
            }

            @Override
            protected Collection<String> emittedTypes() {
                return emitted;
            }

            @Override
            Contracts contracts() {
                return Contracts.in(contracts, "portfolio");
            }
        };
    }

    private void write(String name, String text) throws IOException {
        var file = contracts.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
