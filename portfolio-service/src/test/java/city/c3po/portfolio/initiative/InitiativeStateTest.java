package city.c3po.portfolio.initiative;

import static city.c3po.portfolio.initiative.InitiativeState.APPROVED;
import static city.c3po.portfolio.initiative.InitiativeState.CLOSED;
import static city.c3po.portfolio.initiative.InitiativeState.CONDITIONALLY_APPROVED;
import static city.c3po.portfolio.initiative.InitiativeState.CONVERTED;
import static city.c3po.portfolio.initiative.InitiativeState.DEFERRED;
import static city.c3po.portfolio.initiative.InitiativeState.DELEGATED;
import static city.c3po.portfolio.initiative.InitiativeState.DRAFT;
import static city.c3po.portfolio.initiative.InitiativeState.DUPLICATE;
import static city.c3po.portfolio.initiative.InitiativeState.MERGED;
import static city.c3po.portfolio.initiative.InitiativeState.ON_DOCKET;
import static city.c3po.portfolio.initiative.InitiativeState.REJECTED;
import static city.c3po.portfolio.initiative.InitiativeState.SCORED;
import static city.c3po.portfolio.initiative.InitiativeState.SUBMITTED;
import static city.c3po.portfolio.initiative.InitiativeState.TRIAGED;
import static city.c3po.portfolio.initiative.InitiativeState.UNDER_REVIEW;
import static city.c3po.portfolio.initiative.InitiativeState.WITHDRAWN;
import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class InitiativeStateTest {
    private static final Map<InitiativeState, Set<InitiativeState>> LEGAL = Map.ofEntries(
            entry(DRAFT, Set.of(SUBMITTED, WITHDRAWN)),
            entry(SUBMITTED, Set.of(TRIAGED, DRAFT, WITHDRAWN, DUPLICATE, MERGED)),
            entry(TRIAGED, Set.of(SUBMITTED, DELEGATED, UNDER_REVIEW, DRAFT, WITHDRAWN, DUPLICATE, MERGED)),
            entry(DELEGATED, Set.of(SUBMITTED, TRIAGED, CONVERTED)),
            entry(UNDER_REVIEW, Set.of(SUBMITTED, TRIAGED, SCORED, DRAFT, WITHDRAWN, DUPLICATE, MERGED)),
            entry(SCORED, Set.of(SUBMITTED, TRIAGED, UNDER_REVIEW, ON_DOCKET, DRAFT, WITHDRAWN)),
            entry(ON_DOCKET, Set.of(APPROVED, CONDITIONALLY_APPROVED, DEFERRED, REJECTED, DRAFT, WITHDRAWN)),
            entry(APPROVED, Set.of(CONDITIONALLY_APPROVED, DEFERRED, REJECTED, CONVERTED)),
            entry(CONDITIONALLY_APPROVED, Set.of(APPROVED, DEFERRED, REJECTED, CONVERTED)),
            entry(DEFERRED, Set.of(ON_DOCKET)),
            entry(REJECTED, Set.of(APPROVED, CONDITIONALLY_APPROVED, DEFERRED)),
            entry(CONVERTED, Set.of(CLOSED)),
            entry(CLOSED, Set.of()),
            entry(WITHDRAWN, Set.of()),
            entry(DUPLICATE, Set.of()),
            entry(MERGED, Set.of()));

    @TestFactory
    Stream<DynamicTest> every_move_is_legal_or_not_as_the_table_says() {
        return Stream.of(InitiativeState.values())
                .flatMap(from -> Stream.of(InitiativeState.values())
                        .map(to -> DynamicTest.dynamicTest(
                                from + " → " + to,
                                () -> assertEquals(
                                        LEGAL.get(from).contains(to),
                                        from.next().contains(to)))));
    }

    @TestFactory
    Stream<DynamicTest> what_has_nowhere_to_go_is_not_live() {
        return Stream.of(InitiativeState.values())
                .map(state -> DynamicTest.dynamicTest(
                        state.name(), () -> assertEquals(!state.next().isEmpty(), state.isLive())));
    }
}
