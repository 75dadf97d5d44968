package city.c3po.charter.signing;

import static city.c3po.charter.signing.SignOffStatus.DECLINED;
import static city.c3po.charter.signing.SignOffStatus.EXPIRED;
import static city.c3po.charter.signing.SignOffStatus.NOTIFIED;
import static city.c3po.charter.signing.SignOffStatus.PENDING;
import static city.c3po.charter.signing.SignOffStatus.SIGNED;
import static city.c3po.charter.signing.SignOffStatus.VIEWED;
import static city.c3po.charter.signing.SignOffStatus.WITHDRAWN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class SignOffStatusTest {
    private static final Map<SignOffStatus, Set<SignOffStatus>> LEGAL = Map.of(
            PENDING, Set.of(NOTIFIED, VIEWED, SIGNED, DECLINED, EXPIRED, WITHDRAWN),
            NOTIFIED, Set.of(VIEWED, SIGNED, DECLINED, EXPIRED, WITHDRAWN),
            VIEWED, Set.of(SIGNED, DECLINED, EXPIRED, WITHDRAWN),
            SIGNED, Set.of(),
            DECLINED, Set.of(),
            EXPIRED, Set.of(),
            WITHDRAWN, Set.of());

    @TestFactory
    Stream<DynamicTest> every_move_is_legal_or_not_as_the_table_says() {
        return Stream.of(SignOffStatus.values())
                .flatMap(from -> Stream.of(SignOffStatus.values())
                        .map(to -> DynamicTest.dynamicTest(
                                from + " → " + to,
                                () -> assertEquals(
                                        LEGAL.get(from).contains(to),
                                        from.next().contains(to)))));
    }
}
