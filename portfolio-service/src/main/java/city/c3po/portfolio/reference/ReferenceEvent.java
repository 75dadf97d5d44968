package city.c3po.portfolio.reference;

import city.c3po.platform.event.Event;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens to reference data. The five kinds share the one fact; its type carries the kind's name. */
sealed interface ReferenceEvent extends Event {
    /**
     * @param id the record's key
     * @param source the department system that said it; null when a policy admin did
     */
    record Recorded(
            @JsonIgnore ReferenceKind kind,
            String id,
            @Nullable String source,
            Instant at) implements ReferenceEvent {
        @Override
        public String aggregate() {
            return kind.aggregate();
        }
    }
}
