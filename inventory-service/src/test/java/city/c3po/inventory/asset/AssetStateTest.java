package city.c3po.inventory.asset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class AssetStateTest {
    private static final Map<String, String> LEGAL = Map.ofEntries(
            Map.entry("REQUESTED", "ON_ORDER CANCELLED"),
            Map.entry("ON_ORDER", "IN_STOCK CANCELLED"),
            Map.entry("IN_STOCK", "IN_USE IN_TRANSIT IN_MAINTENANCE MISSING RETIRED"),
            Map.entry("IN_USE", "IN_STOCK IN_MAINTENANCE MISSING RETIRED"),
            Map.entry("IN_TRANSIT", "IN_STOCK MISSING RETIRED"),
            Map.entry("IN_MAINTENANCE", "IN_STOCK IN_USE MISSING RETIRED"),
            Map.entry("MISSING", "IN_STOCK IN_USE RETIRED"),
            Map.entry("RETIRED", "DISPOSED IN_STOCK"),
            Map.entry("DISPOSED", ""),
            Map.entry("CANCELLED", ""),
            Map.entry("PLANNED", "TRIAL ACTIVE TERMINATED"),
            Map.entry("TRIAL", "ACTIVE EXPIRED TERMINATED"),
            Map.entry("ACTIVE", "EXPIRED TERMINATED"),
            Map.entry("EXPIRED", "ACTIVE TERMINATED"),
            Map.entry("TERMINATED", ""));

    @TestFactory
    Stream<DynamicTest> every_move_is_legal_or_not_as_the_table_says() {
        return Stream.of(AssetState.values())
                .flatMap(from -> Stream.of(AssetState.values())
                        .map(to -> DynamicTest.dynamicTest(
                                from + " → " + to,
                                () -> assertEquals(
                                        Set.of(LEGAL.get(from.name()).split(" "))
                                                .contains(to.name()),
                                        from.next().contains(to)))));
    }

    @Test
    void no_move_leaves_the_family() {
        for (var from : AssetState.values()) {
            assertTrue(from.next().stream().allMatch(to -> to.family() == from.family()), from.name());
        }
    }

    @Test
    void every_kind_begins_in_a_state_of_its_family() {
        for (var kind : EnumSet.allOf(AssetKind.class)) {
            assertEquals(kind.family(), AssetState.first(kind).family());
        }
    }
}
