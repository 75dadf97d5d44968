package city.c3po.bench.endure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.bench.endure.Promises.Kept;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReckoningTest {
    private static final Trade TRADE = new Trade(
            "portfolio",
            "submitter",
            null,
            "/v1/initiatives",
            (text, on) -> "{}",
            "title",
            List.of(),
            Set.of(Trade.Trait.TOLD));

    private final Complaints complaints = new Complaints();

    private String told(List<Long> versions) {
        var kept = new Kept(TRADE, "/v1/initiatives/a", "a", 1, "one");
        kept.changed(2, "two");
        new Reckoning(complaints).told(List.of(kept), Map.of("a", versions));
        return String.join("\n", complaints.markdown());
    }

    @Test
    void allVersionsOnceAndInOrderAreNothingToComplainAbout() {
        assertEquals("", told(List.of(1L, 2L)));
        assertTrue(complaints.none());
    }

    @Test
    void anAcknowledgedVersionThatWasNeverToldIsLost() {
        assertTrue(told(List.of(1L)).contains("lost"));
    }

    @Test
    void aVersionToldTwiceIsDoubled() {
        assertTrue(told(List.of(1L, 2L, 2L)).contains("doubled"));
    }

    @Test
    void versionsOutOfOrderAreNamed() {
        assertTrue(told(List.of(2L, 1L)).contains("order"));
    }

    @Test
    void aKindOfComplaintIsNamedOnceWithItsCount() {
        complaints.add("lost", "first");
        complaints.add("lost", "second");

        assertEquals(List.of("- **lost**, 2 times. First: `first`"), complaints.markdown());
    }
}
