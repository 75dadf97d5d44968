package city.c3po.portfolio.reference;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.web.Representation;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A person as callers see it. */
@Schema(name = "Person", description = "A person who works for or with the city.")
public record PersonView(
        @Schema(examples = "7d0c2a70-7a3c-4f5f-9c1d-1f2e3d4c5b6a") String sub,
        @JsonUnwrapped Person.Entry said,
        Instant recordedAt,
        String href,
        @Derived @Schema(description = "What you may do now.") @Nullable Set<ReferenceAction> allowedActions)
        implements Representation {

    static PersonView of(Person person, @Nullable Actor reader) {
        return new PersonView(
                person.id(),
                person.said(),
                person.recordedAt(),
                person.href(),
                reader == null ? null : person.allowedActions(reader));
    }
}
