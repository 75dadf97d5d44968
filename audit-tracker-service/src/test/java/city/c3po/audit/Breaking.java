package city.c3po.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import city.c3po.platform.rule.Rule;
import city.c3po.platform.rule.RuleViolation;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.function.Executable;

/** Which rule a refusal names. */
public final class Breaking {
    private Breaking() {}

    public static RuleViolation assertBreaks(Rule rule, Executable verb) {
        var violation = assertThrows(RuleViolation.class, verb);
        assertEquals(rule, violation.rule(), violation.getMessage());
        return violation;
    }

    /** Values that cannot be right are told together: each as {@code pointer code}. */
    public static void assertFaults(Executable verb, String... faults) {
        var violation = assertThrows(RuleViolation.class, verb);
        var told = violation.faults().stream()
                .map(fault -> fault.pointer() + " " + fault.code())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(Arrays.asList(faults)), told);
    }
}
