package city.c3po.platform.note;

import city.c3po.platform.event.Event;
import java.time.Instant;

/** What happens to notes. */
public sealed interface NoteEvent extends Event {
    record Written(String title, Instant at) implements NoteEvent {}

    record Edited(String title, Instant at) implements NoteEvent {}

    record Archived(Instant at) implements NoteEvent {}
}
