package city.c3po.charter.charter;

import static city.c3po.charter.charter.CharterState.ACCEPTED;
import static city.c3po.charter.charter.CharterState.ACCEPTED_WITH_EXCEPTIONS;
import static city.c3po.charter.charter.CharterState.ACCEPTING;
import static city.c3po.charter.charter.CharterState.AMENDING;
import static city.c3po.charter.charter.CharterState.CANCELLED;
import static city.c3po.charter.charter.CharterState.CLOSED;
import static city.c3po.charter.charter.CharterState.COMMITTED;
import static city.c3po.charter.charter.CharterState.COMMITTING;
import static city.c3po.charter.charter.CharterState.DRAFT;
import static city.c3po.charter.charter.CharterState.IN_REVIEW;
import static city.c3po.charter.charter.CharterState.NOT_ACCEPTED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class CharterStateTest {
    private static final Map<CharterState, Set<CharterState>> LEGAL = new EnumMap<>(CharterState.class);

    static {
        LEGAL.put(DRAFT, Set.of(IN_REVIEW, CANCELLED));
        LEGAL.put(IN_REVIEW, Set.of(DRAFT, COMMITTING, CANCELLED));
        LEGAL.put(COMMITTING, Set.of(DRAFT, COMMITTED, CANCELLED));
        LEGAL.put(COMMITTED, Set.of(AMENDING, ACCEPTING, CANCELLED));
        LEGAL.put(AMENDING, Set.of(COMMITTED, CANCELLED));
        LEGAL.put(ACCEPTING, Set.of(ACCEPTED, ACCEPTED_WITH_EXCEPTIONS, NOT_ACCEPTED, CANCELLED));
        LEGAL.put(NOT_ACCEPTED, Set.of(ACCEPTING, CLOSED, CANCELLED));
        LEGAL.put(ACCEPTED_WITH_EXCEPTIONS, Set.of(ACCEPTED));
        LEGAL.put(ACCEPTED, Set.of(CLOSED));
        LEGAL.put(CLOSED, Set.of());
        LEGAL.put(CANCELLED, Set.of());
    }

    @TestFactory
    Stream<DynamicTest> every_move_is_legal_or_not_as_the_table_says() {
        return Stream.of(CharterState.values())
                .flatMap(from -> Stream.of(CharterState.values())
                        .map(to -> DynamicTest.dynamicTest(
                                from + " → " + to,
                                () -> assertEquals(
                                        LEGAL.get(from).contains(to),
                                        from.next().contains(to)))));
    }
}
