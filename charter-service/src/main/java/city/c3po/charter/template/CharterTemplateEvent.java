package city.c3po.charter.template;

import city.c3po.charter.project.Tier;
import city.c3po.platform.event.Event;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to a template version. */
sealed interface CharterTemplateEvent extends Event {
    record Drafted(Tier tier, Variant variant, Instant at) implements CharterTemplateEvent {}

    record Edited(Instant at) implements CharterTemplateEvent {}

    /** @param formerly the number of the version it supersedes */
    record Adopted(@Nullable String formerly, Instant at) implements CharterTemplateEvent {}

    record Superseded(UUID by, Instant at) implements CharterTemplateEvent {}
}
