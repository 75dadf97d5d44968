package city.c3po.portfolio.reference;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.web.Representation;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A person as callers see it. */
@Schema(name = "Person", description = "A person who works for or with the city.")
public record PersonView(
        @Schema(description = "The subject of the person's token.")
        String sub,

        String name,
        @Nullable String email,

        @Schema(description = "Code of the department the person works for.") @Nullable String department,

        @Nullable String title,

        @Schema(description = "The department system that said it last; null when a policy admin did.") @Nullable String source,

        boolean sampleData,
        Instant recordedAt,
        String href,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<ReferenceAction> allowedActions)
        implements Representation {

    static PersonView of(Person person, @Nullable Actor reader) {
        var said = person.present();
        return new PersonView(
                person.id(),
                said.name(),
                said.email(),
                said.department(),
                said.title(),
                said.source(),
                Boolean.TRUE.equals(said.sampleData()),
                person.recordedAt(),
                person.href(),
                reader == null ? null : person.allowedActions(reader));
    }
}
