package city.c3po.platform.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fact that happened to an aggregate. Each aggregate has one sealed interface {@code XxxEvent extends Event} with a
 * record per fact; the record's components are the published {@code fact}.
 */
public interface Event {
    /** When it happened, in business time. */
    Instant at();

    /** Why, in the words of whoever did it. */
    @JsonIgnore
    default @Nullable String why() {
        return null;
    }

    /** {@code CharterEvent.Committed} → {@code charter}. */
    @JsonIgnore
    default String aggregate() {
        var family = getClass().getEnclosingClass().getSimpleName();
        return decapitalised(family.substring(0, family.length() - "Event".length()));
    }

    /** {@code CharterEvent.Committed} → {@code city.c3po.charter.committed.v1}. */
    @JsonIgnore
    default String type() {
        return "city.c3po." + aggregate() + "." + decapitalised(getClass().getSimpleName()) + ".v1";
    }

    private static String decapitalised(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
