package city.c3po.testing.openapi;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProblemCodesTest {
    private record Entry(String code, int status) {}

    private static final Entry FOUR_EYES = new Entry("four-eyes", 409);
    private static final Entry STALE = new Entry("stale-version", 412);

    @TempDir
    Path folder;

    @BeforeEach
    void committed() {
        codes(true).check(List.of(FOUR_EYES, STALE));
    }

    @Test
    void the_same_codes_pass_in_whatever_order() {
        assertDoesNotThrow(() -> codes(false).check(List.of(STALE, FOUR_EYES)));
    }

    @Test
    void a_renamed_code_is_named() {
        var refused = refused(List.of(new Entry("six-eyes", 409), STALE));
        assertTrue(refused.contains("problem four-eyes: removed"), refused);
        assertTrue(refused.contains("problem six-eyes: added"), refused);
    }

    @Test
    void a_changed_status_is_named() {
        var refused = refused(List.of(FOUR_EYES, new Entry("stale-version", 409)));
        assertTrue(refused.contains("problem stale-version/status: was 412, is 409"), refused);
    }

    @Test
    void a_code_used_twice_fails() {
        refused(List.of(FOUR_EYES, STALE, new Entry("four-eyes", 403)));
    }

    private String refused(List<Entry> entries) {
        return assertThrows(AssertionError.class, () -> codes(false).check(entries))
                .getMessage();
    }

    private ProblemCodes codes(boolean updates) {
        return ProblemCodes.in(folder.resolve("problems/charter.json"), updates);
    }
}
