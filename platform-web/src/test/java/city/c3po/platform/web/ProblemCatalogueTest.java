package city.c3po.platform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfra("platformtest")
class ProblemCatalogueTest {
    @Inject
    ProblemCatalogue catalogue;

    @Test
    void it_holds_what_the_platform_and_the_service_can_refuse_by() {
        var byCode = catalogue.entries().stream()
                .collect(Collectors.toMap(ProblemCatalogue.Entry::code, Function.identity()));

        assertEquals(
                new ProblemCatalogue.Entry(
                        "stale-version",
                        412,
                        "Stale version",
                        "The record changed since you read it.",
                        "Read it again, then repeat your change."),
                byCode.get("stale-version"));
        assertEquals(403, byCode.get("own-note").status());
        assertEquals(413, byCode.get("content-too-large").status());
    }

    @Test
    void every_entry_says_what_is_meant_and_what_to_do() {
        for (var entry : catalogue.entries()) {
            assertFalse(entry.meaning().isBlank(), entry.code());
            assertTrue(entry.whatToDo().endsWith("."), entry.code() + ": " + entry.whatToDo());
            assertTrue(entry.code().matches("[a-z0-9]+(-[a-z0-9]+)*"), entry.code());
        }
    }

    @Test
    void it_is_in_the_order_of_the_codes() {
        var sorted = catalogue.entries().stream()
                .sorted(Comparator.comparing(ProblemCatalogue.Entry::code))
                .toList();

        assertEquals(sorted, catalogue.entries());
    }
}
