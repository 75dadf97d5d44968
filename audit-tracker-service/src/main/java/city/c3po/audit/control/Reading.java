package city.c3po.audit.control;

import city.c3po.platform.value.Reference;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is found of one subject: it counts once, and its share of that is what it has of it.
 *
 * @param item tells several subjects of one root apart; empty where the root is the subject
 * @param share 0 or 1, or anything between where the subject itself is a measure
 * @param reason why the share is not whole
 */
record Reading(
        Part part,
        String item,
        Reference subject,
        BigDecimal share,
        @Nullable String reason) {

    static Reading of(Part part, String item, Reference subject, @Nullable String missing) {
        return new Reading(part, item, subject, missing == null ? BigDecimal.ONE : BigDecimal.ZERO, missing);
    }
}
