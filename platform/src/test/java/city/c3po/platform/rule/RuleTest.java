package city.c3po.platform.rule;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RuleTest {
    @Test
    void aCodeIsTheNameInKebabCase() {
        assertEquals("stale-version", Convention.STALE_VERSION.code());
    }

    @Test
    void aRuleThatHoldsIsSilentAndABrokenOneSpeaks() {
        assertDoesNotThrow(() -> Convention.NOT_FOUND.require(true));

        var broken = assertThrows(
                RuleViolation.class, () -> Convention.ILLEGAL_MOVE.require(false, Map.of("state", "DRAFT")));
        assertSame(Convention.ILLEGAL_MOVE, broken.rule());
        assertEquals("DRAFT", broken.facts().get("state"));
    }

    @ParameterizedTest
    @EnumSource(Convention.class)
    void everySentenceSaysWhatToDo(Convention rule) {
        assertTrue(rule.sentence().endsWith("."), rule::name);
        assertTrue(rule.sentence().length() > 30, rule::name);
    }

    @Test
    void aVersionMustBeTheOneThatWasSeen() {
        assertDoesNotThrow(() -> Seen.version(3).mustBe(3, "3.a"));
        assertBreaks(Convention.STALE_VERSION, () -> Seen.version(2).mustBe(3, "3.a"));
        assertBreaks(Convention.PRECONDITION_REQUIRED, () -> Seen.nothing().mustBe(3, "3.a"));
        assertBreaks(Convention.ALREADY_EXISTS, () -> Seen.none().mustBe(3, "3.a"));
        assertDoesNotThrow(() -> Seen.whatever().mustBe(3, "3.a"));
    }

    @Test
    void creationMustBeMeant() {
        assertDoesNotThrow(() -> Seen.none().mustAllowCreation());
        assertDoesNotThrow(() -> Seen.whatever().mustAllowCreation());
        assertBreaks(
                Convention.CREATION_PRECONDITION_REQUIRED, () -> Seen.nothing().mustAllowCreation());
        assertBreaks(Convention.NOT_FOUND, () -> Seen.version(1).mustAllowCreation());
    }

    private static void assertBreaks(Rule rule, Executable act) {
        assertSame(rule, assertThrows(RuleViolation.class, act).rule());
    }
}
