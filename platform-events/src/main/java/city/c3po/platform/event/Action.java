package city.c3po.platform.event;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Something a caller can do to an aggregate; implemented by one enum per aggregate. */
public interface Action {
    String name();

    /** As in the path of the transition and in {@code allowedActions}: {@code START_REVIEW} → {@code start-review}. */
    @JsonValue
    default String verb() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
