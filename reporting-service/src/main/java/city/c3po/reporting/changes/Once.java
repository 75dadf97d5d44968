package city.c3po.reporting.changes;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made when it is first asked for, once. */
final class Once<V> {
    private @Nullable V value;

    synchronized V get(Supplier<V> making) {
        var made = value;
        if (made == null) {
            made = making.get();
            value = made;
        }
        return made;
    }
}
