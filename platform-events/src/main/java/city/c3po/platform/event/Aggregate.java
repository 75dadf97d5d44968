package city.c3po.platform.event;

import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.rule.Convention;
import city.c3po.platform.rule.RuleViolation;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32C;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A record that guards itself. Its verbs take the {@link Actor} first, refuse by rules, and answer with the events
 * that happened; its version is that of its last event in the journal.
 *
 * @param <X> what callers can do to it
 */
@MappedSuperclass
public abstract class Aggregate<X extends Enum<X> & Action> {
    @Column(nullable = false)
    private long version;

    /** A copy of {@link #access()} for the predicate of lists. */
    @Column(nullable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Access access;

    @Transient
    private boolean justCreated;

    /** A UUID or, for reference data, a code that people use. */
    public abstract Object id();

    /** Who may read it, now. */
    protected abstract Access access();

    /** The public representation, without anything marked {@link Derived}: what the journal keeps and Kafka carries. */
    protected abstract Object state();

    /** Where in its state machine it is, if it has one: said when a move is refused. */
    protected Optional<? extends Enum<?>> lifecycle() {
        return Optional.empty();
    }

    /** Everything that can be asked of it. */
    protected abstract Set<X> actions();

    /** Whether its present state allows the action, whoever asks. */
    protected abstract boolean possible(X action);

    /** Whether this caller may, whatever the state: returns, or throws the FORBIDDEN rule that says why not. */
    protected abstract void permits(Actor by, X action);

    /** What awaits whom after the last verb. */
    protected List<Task> tasks() {
        return List.of();
    }

    /** What the representation shows that time alone changes; part of the ETag. */
    protected Object timeDerived() {
        return "";
    }

    public final long version() {
        return version;
    }

    /** Whether this very request created it: the answer is 201 then. */
    public final boolean justCreated() {
        return justCreated;
    }

    /** Whether reading it leaves a line in the log. */
    public final boolean confidential() {
        return access().classification() == Access.Classification.CONFIDENTIAL;
    }

    public final Set<X> allowedActions(Actor by) {
        var allowed = actions().isEmpty() ? Collections.<X>emptySet() : EnumSet.copyOf(actions());
        allowed.removeIf(action -> !possible(action) || !permitted(by, action));
        return Collections.unmodifiableSet(allowed);
    }

    /** {@code "<version>.<hash of what depends on reader and time>"}, without quotes. */
    public final String entityTag(Actor by) {
        var crc = new CRC32C();
        crc.update((allowedActions(by) + "|" + timeDerived()).getBytes(StandardCharsets.UTF_8));
        return version + "." + HexFormat.of().toHexDigits((int) crc.getValue());
    }

    /** First line of every verb: permission before state, as the API promises. */
    protected final void guard(Actor by, X action) {
        permits(by, action);
        if (!possible(action)) {
            var facts = new LinkedHashMap<String, Object>();
            facts.put("action", action);
            facts.put("allowedActions", allowedActions(by));
            lifecycle().ifPresent(state -> facts.put("state", state));
            throw Convention.ILLEGAL_MOVE.violated(facts);
        }
    }

    private boolean permitted(Actor by, X action) {
        try {
            permits(by, action);
            return true;
        } catch (RuleViolation refused) {
            return false;
        }
    }

    /** The versions that the events take: ({@code before}, {@code before + events}]. */
    final long advance(int events) {
        long before = version;
        justCreated |= before == 0;
        version += events;
        access = access();
        return before;
    }
}
