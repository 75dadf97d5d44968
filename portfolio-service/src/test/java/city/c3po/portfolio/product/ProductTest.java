package city.c3po.portfolio.product;

import static city.c3po.portfolio.Actors.OFFICE;
import static city.c3po.portfolio.Actors.SUBMITTER;
import static city.c3po.portfolio.Breaking.assertBreaks;
import static org.junit.jupiter.api.Assertions.assertEquals;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.rule.Convention;
import city.c3po.portfolio.Actors;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ProductTest {
    private static final Instant NOON = Instant.parse("2026-03-02T20:00:00Z");
    private static final Actor OWNER = Actors.person("omar", Set.of(Roles.SIGNATORY), Set.of());

    private static final Map<ProductState, Set<ProductState>> LEGAL = Map.of(
            ProductState.PROPOSED, Set.of(ProductState.ACTIVE, ProductState.RETIRED),
            ProductState.ACTIVE, Set.of(ProductState.SUSTAINING, ProductState.SUNSETTING),
            ProductState.SUSTAINING, Set.of(ProductState.ACTIVE, ProductState.SUNSETTING),
            ProductState.SUNSETTING, Set.of(ProductState.RETIRED, ProductState.SUSTAINING),
            ProductState.RETIRED, Set.of());

    @TestFactory
    Stream<DynamicTest> every_move_is_legal_or_not_as_the_table_says() {
        return Stream.of(ProductState.values())
                .flatMap(from -> Stream.of(ProductState.values())
                        .map(to -> DynamicTest.dynamicTest(
                                from + " → " + to,
                                () -> assertEquals(
                                        LEGAL.get(from).contains(to),
                                        from.next().contains(to)))));
    }

    @Test
    void its_owner_or_the_office_moves_it_and_nobody_else() {
        var product = new Product(OFFICE, new ProductPlan("SJ311", null, "omar", null, null), 2026, NOON);
        assertBreaks(ProductRule.OFFICE_CREATES_PRODUCTS, () -> product.create(OWNER, NOON));
        product.create(OFFICE, NOON);
        assertBreaks(ProductRule.OWNER_OR_OFFICE, () -> product.move(SUBMITTER, ProductAction.ACTIVATE, "Live", NOON));
        product.move(OWNER, ProductAction.ACTIVATE, "Live", NOON);
        assertBreaks(Convention.ILLEGAL_MOVE, () -> product.move(OWNER, ProductAction.RETIRE, "Gone", NOON));
        product.move(OFFICE, ProductAction.SUNSET, "Replaced", NOON);
        product.move(OWNER, ProductAction.RETIRE, "Gone", NOON);
        assertEquals(Set.of(), product.allowedActions(OWNER));
    }
}
