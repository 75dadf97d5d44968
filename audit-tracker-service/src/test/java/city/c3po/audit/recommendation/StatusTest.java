package city.c3po.audit.recommendation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All moves of both statuses, as the specification draws them: what is not listed here is no move. */
class StatusTest {
    private static final Map<String, String> CLAIMS = Map.of(
            "NOT_STARTED", "PLANNED ALTERNATIVE_PROPOSED WILL_NOT_IMPLEMENT",
            "PLANNED", "NOT_STARTED ACTIVE_INITIATIVE ALTERNATIVE_PROPOSED WILL_NOT_IMPLEMENT",
            "ACTIVE_INITIATIVE", "NOT_STARTED PLANNED NEARLY_IMPLEMENTED ALTERNATIVE_PROPOSED WILL_NOT_IMPLEMENT",
            "NEARLY_IMPLEMENTED",
                    "NOT_STARTED PLANNED ACTIVE_INITIATIVE CLAIMED_IMPLEMENTED ALTERNATIVE_PROPOSED WILL_NOT_IMPLEMENT",
            "CLAIMED_IMPLEMENTED", "NOT_STARTED PLANNED ACTIVE_INITIATIVE NEARLY_IMPLEMENTED",
            "ALTERNATIVE_PROPOSED", "NOT_STARTED PLANNED",
            "WILL_NOT_IMPLEMENT", "NOT_STARTED PLANNED");

    private static final Map<String, String> VERDICTS = Map.of(
            "NOT_IMPLEMENTED", "PARTLY_IMPLEMENTED IMPLEMENTED CLOSED_NOT_IMPLEMENTED",
            "PARTLY_IMPLEMENTED", "NOT_IMPLEMENTED IMPLEMENTED CLOSED_NOT_IMPLEMENTED",
            "IMPLEMENTED", "NOT_IMPLEMENTED PARTLY_IMPLEMENTED",
            "CLOSED_NOT_IMPLEMENTED", "NOT_IMPLEMENTED PARTLY_IMPLEMENTED");

    @ParameterizedTest
    @EnumSource
    void a_claim_moves_as_drawn(ManagementStatus from) {
        assertEquals(named(ManagementStatus.class, CLAIMS.get(from.name())), from.next());
    }

    @ParameterizedTest
    @EnumSource
    void a_verdict_moves_as_drawn(VerifiedStatus from) {
        assertEquals(named(VerifiedStatus.class, VERDICTS.get(from.name())), from.next());
    }

    @ParameterizedTest
    @EnumSource
    void stepping_back_leads_to_earlier_statuses_only(ManagementStatus from) {
        for (var to : from.before()) {
            assertEquals(true, from.isBackTo(to), from + " → " + to);
        }
    }

    private static <E extends Enum<E>> Set<E> named(Class<E> type, String names) {
        var found = EnumSet.noneOf(type);
        List.of(names.split(" ")).forEach(name -> found.add(Enum.valueOf(type, name)));
        return found;
    }
}
