package city.c3po.platform.event;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.rule.Convention;
import city.c3po.platform.rule.Seen;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.engine.spi.SessionImplementor;

/**
 * The one door for change. A repository extends this, and nothing else writes: load, may you see it, may you do it,
 * did you see this version, do it, journal it. The verb's result <em>is</em> its events, so they cannot be forgotten.
 *
 * @param <A> the aggregate
 * @param <K> its id
 * @param <X> what callers can do to it
 */
public abstract class Aggregates<A extends Aggregate<X>, K extends Comparable<? super K>, X extends Enum<X> & Action> {
    /** What a verb answers with: the events that happened, never none. */
    @FunctionalInterface
    public interface Verb<A> extends Function<A, List<? extends Event>> {}

    private final Class<A> type;
    private final EntityManager entities;
    private final Journal journal;

    protected Aggregates(Class<A> type, EntityManager entities, Journal journal) {
        this.type = type;
        this.entities = entities;
        this.journal = journal;
    }

    /** The record as this caller may see it; absent and invisible are the same 404. */
    public A get(K id, Actor by) {
        return Optional.ofNullable(entities.find(type, id))
                .filter(found -> found.access().visibleTo(by))
                .orElseThrow(Convention.NOT_FOUND::violated);
    }

    public A change(K id, Actor by, Seen seen, X action, Verb<A> verb) {
        return changed(locked(id).orElseThrow(Convention.NOT_FOUND::violated), by, seen, action, verb);
    }

    /** As {@link #change}, for an edit: what is already so is no change and leaves no event. */
    public A edit(K id, Actor by, Seen seen, X action, Verb<A> edit) {
        return updated(locked(id).orElseThrow(Convention.NOT_FOUND::violated), by, seen, action, edit);
    }

    /** Several at once, locked in the order of their ids so that two callers cannot wait for each other. */
    public SequencedMap<K, A> changeAll(Collection<K> ids, Actor by, X action, Verb<A> verb) {
        var changed = new LinkedHashMap<K, A>();
        for (var id : ids.stream().distinct().sorted().toList()) {
            changed.put(id, change(id, by, Seen.whatever(), action, verb));
        }
        return changed;
    }

    /** A new record and the events of its birth. The database numbers it before the journal writes its state. */
    public A add(A fresh, Actor by, Verb<A> birth) {
        var events = birth.apply(fresh);
        long before = fresh.advance(requireSome(events));
        entities.persist(fresh);
        entities.flush();
        journal.append(fresh, before, by, events);
        return fresh;
    }

    /** {@code PUT} by natural key: creates with {@code If-None-Match: *}, changes with {@code If-Match}. */
    public A put(K id, Actor by, Seen seen, X action, Supplier<A> fresh, Verb<A> birth, Verb<A> verb) {
        var found = locked(id).or(() -> lockedAfterOthers(id));
        if (found.isPresent()) {
            return updated(found.get(), by, seen, action, verb);
        }
        seen.mustAllowCreation();
        var created = fresh.get();
        created.permits(by, action);
        return add(created, by, birth);
    }

    private Optional<A> locked(K id) {
        boolean known = isLoaded(id);
        var found = Optional.ofNullable(entities.find(type, id, LockModeType.PESSIMISTIC_WRITE));
        if (known) {
            // locking what was read before does not read it again, and somebody may have changed it in between
            found.ifPresent(entities::refresh);
        }
        return found;
    }

    private boolean isLoaded(K id) {
        var session = entities.unwrap(SessionImplementor.class);
        var descriptor = session.getFactory().getMappingMetamodel().getEntityDescriptor(type);
        return session.getPersistenceContext().containsEntity(session.generateEntityKey(id, descriptor));
    }

    /** Two callers who create the same key at once: the second waits here and then finds the record of the first. */
    private Optional<A> lockedAfterOthers(K id) {
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:key, 0))", Integer.class)
                .setParameter("key", type.getSimpleName() + "/" + id)
                .getResultList();
        return locked(id);
    }

    private A changed(A found, Actor by, Seen seen, X action, Verb<A> verb) {
        admit(found, by, seen, action);
        var events = verb.apply(found);
        requireSome(events);
        return journalled(found, by, events);
    }

    /** As {@link #changed}, but a PUT of what is already so is no change. */
    private A updated(A found, Actor by, Seen seen, X action, Verb<A> verb) {
        admit(found, by, seen, action);
        var events = verb.apply(found);
        return events.isEmpty() ? found : journalled(found, by, events);
    }

    private void admit(A found, Actor by, Seen seen, X action) {
        Convention.NOT_FOUND.require(found.access().visibleTo(by));
        found.permits(by, action);
        seen.mustBe(found.version(), found.entityTag(by));
    }

    private A journalled(A found, Actor by, List<? extends Event> events) {
        long before = found.advance(events.size());
        entities.flush();
        journal.append(found, before, by, events);
        return found;
    }

    private static int requireSome(List<? extends Event> events) {
        if (events.isEmpty()) {
            throw new IllegalStateException("a verb that changes nothing must refuse");
        }
        return events.size();
    }

    /** For repositories' own queries. */
    protected final EntityManager entities() {
        return entities;
    }
}
