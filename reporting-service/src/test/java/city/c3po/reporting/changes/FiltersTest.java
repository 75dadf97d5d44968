package city.c3po.reporting.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import city.c3po.platform.event.Changes;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiltersTest {
    @Test
    void orderAndRepetitionDoNotMatter() {
        var one = Filters.of(List.of("initiative,department", "initiative"), List.of("DEP-PW"), null, null);
        var other = Filters.of(List.of("department", "initiative"), List.of("DEP-PW"), List.of(), List.of());
        assertEquals(one.digest(), other.digest());
        assertEquals("types=department,initiative&departments=DEP-PW&", one.asQuery());
    }

    @Test
    void aValueBelongsToItsParameter() {
        assertNotEquals(
                Filters.of(List.of("a"), null, null, null).digest(),
                Filters.of(null, List.of("a"), null, null).digest());
        assertNotEquals(
                Filters.of(null, List.of("a"), null, List.of("b")).digest(),
                Filters.of(null, List.of("a", "b"), null, null).digest());
    }

    @ParameterizedTest
    @CsvSource({
        "cost,/cost,true",
        "cost,/cost/likely,true",
        "cost/likely,/cost/likely/amount,true",
        "cost/likely,/cost,true",
        "cost/likely,/cost/high,false",
        "cost,/costs,false",
        "state,/start,false"
    })
    void aFieldIsConcernedByItsPartsAndByWhatContainsIt(String field, String path, boolean concerned) {
        var change = new Changes.Change(path, NullNode.getInstance(), NullNode.getInstance());
        assertEquals(
                concerned ? List.of(change) : List.of(),
                Filters.of(null, null, null, List.of(field)).among(List.of(change)));
    }
}
