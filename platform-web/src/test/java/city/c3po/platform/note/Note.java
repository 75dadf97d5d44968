package city.c3po.platform.note;

import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregate;
import city.c3po.platform.event.Uuid7;
import city.c3po.platform.value.Money;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Generated;
import org.jspecify.annotations.Nullable;

/** A note is written, edited while it is open, and archived for good. */
@Entity
public class Note extends Aggregate<NoteAction> {
    @Id
    private UUID id;

    @Generated(sql = "'NOTE-' || nextval('note_number')", writable = false)
    @Column(insertable = false, updatable = false)
    private String number;

    private String title;
    private @Nullable String text;

    @Enumerated(EnumType.STRING)
    private NoteState state;

    private String author;
    private boolean confidential;

    @Embedded
    @AttributeOverride(name = "amount", column = @Column(name = "cost"))
    private @Nullable Money cost;

    private Instant createdAt;

    protected Note() {}

    public Note(boolean confidential) {
        this.id = Uuid7.next();
        this.state = NoteState.OPEN;
        this.confidential = confidential;
    }

    public List<NoteEvent> write(Actor by, String title, @Nullable String text, @Nullable Money cost, Instant at) {
        this.author = by.sub();
        this.createdAt = at;
        fill(title, text, cost);
        return List.of(new NoteEvent.Written(title, at));
    }

    public List<NoteEvent> edit(Actor by, String title, @Nullable String text, @Nullable Money cost, Instant at) {
        guard(by, NoteAction.EDIT);
        fill(title, text, cost);
        return List.of(new NoteEvent.Edited(title, at));
    }

    public List<NoteEvent> archive(Actor by, Instant at) {
        guard(by, NoteAction.ARCHIVE);
        state = NoteState.ARCHIVED;
        return List.of(new NoteEvent.Archived(at));
    }

    private void fill(String title, @Nullable String text, @Nullable Money cost) {
        NoteRule.NO_SHOUTING.require(title.chars().anyMatch(Character::isLowerCase));
        this.title = title;
        this.text = text;
        this.cost = cost;
    }

    @Override
    public UUID id() {
        return id;
    }

    String number() {
        return number;
    }

    String title() {
        return title;
    }

    @Nullable String text() {
        return text;
    }

    @Override
    protected Optional<NoteState> lifecycle() {
        return Optional.of(state);
    }

    String author() {
        return author;
    }

    @Nullable Money cost() {
        return cost;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Override
    protected Access access() {
        return confidential
                ? new Access(Access.Classification.CONFIDENTIAL, List.of(), List.of(author), null, List.of(), List.of())
                : Access.ANY_EMPLOYEE;
    }

    @Override
    protected NoteView state() {
        return NoteView.of(this, null);
    }

    @Override
    protected Set<NoteAction> actions() {
        return EnumSet.allOf(NoteAction.class);
    }

    @Override
    protected boolean possible(NoteAction action) {
        return switch (action) {
            case EDIT, ARCHIVE -> state == NoteState.OPEN;
        };
    }

    @Override
    protected void permits(Actor by, NoteAction action) {
        NoteRule.OWN_NOTE.require(by.is(author));
    }
}
