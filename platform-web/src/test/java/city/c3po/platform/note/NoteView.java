package city.c3po.platform.note;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.value.Money;
import city.c3po.platform.web.Representation;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A note as the API shows it. */
@Schema(name = "Note", description = "Something worth remembering.")
public record NoteView(
        UUID id,
        String number,
        String title,
        @Nullable String text,
        NoteState state,
        String author,
        @Nullable Money cost,
        Instant createdAt,
        long version,
        String href,
        @Derived @Nullable Set<NoteAction> allowedActions)
        implements Representation {

    static NoteView of(Note note, @Nullable Actor by) {
        return new NoteView(
                note.id(),
                note.number(),
                note.title(),
                note.text(),
                note.lifecycle().orElseThrow(),
                note.author(),
                note.cost(),
                note.createdAt(),
                note.version(),
                "/v1/notes/" + note.id(),
                by == null ? null : note.allowedActions(by));
    }
}
