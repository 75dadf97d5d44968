package city.c3po.platform.note;

import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Journal;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/** All notes. */
@Singleton
public class Notes extends Aggregates<Note, UUID, NoteAction> {
    Notes(EntityManager entities, Journal journal) {
        super(Note.class, entities, journal);
    }
}
