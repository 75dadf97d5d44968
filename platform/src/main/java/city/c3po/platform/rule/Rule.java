package city.c3po.platform.rule;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Something that must hold. Implemented by enums, one per feature, whose constants read as truths:
 * {@code FOUR_EYES.require(!by.is(author))}.
 */
public interface Rule {
    /** The constant's name; the public code derives from it, so renaming one is an API change. */
    String name();

    Kind kind();

    /** One sentence for a person: what must hold, and what to do next. */
    String sentence();

    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    default void require(boolean holds) {
        if (!holds) {
            throw violated();
        }
    }

    /** @param facts extension members of the problem, for programs: names and JSON-friendly values */
    default void require(boolean holds, Map<String, ?> facts) {
        if (!holds) {
            throw violated(facts);
        }
    }

    default RuleViolation violated() {
        return new RuleViolation(this, Map.of(), List.of());
    }

    default RuleViolation violated(Map<String, ?> facts) {
        return new RuleViolation(this, facts, List.of());
    }

    default RuleViolation violated(List<Fault> faults) {
        return new RuleViolation(this, Map.of(), faults);
    }
}
