package city.c3po.platform.event;

import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** New ids: time-ordered, so that an index grows at its end. */
public final class Uuid7 {
    private Uuid7() {}

    public static UUID next() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }
}
