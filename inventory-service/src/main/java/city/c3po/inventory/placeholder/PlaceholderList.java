package city.c3po.inventory.placeholder;

import static city.c3po.inventory.placeholder.PlaceholderRule.POLICY_ADMIN_LISTS;

import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import city.c3po.platform.event.Aggregate;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What is no key: upper case, without separators, in the order of the alphabet. There is one list. */
@Entity
class PlaceholderList extends Aggregate<PlaceholderAction> {
    @Id
    private String id;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> entries;

    private Instant recordedAt;

    @SuppressWarnings("NullAway.Init")
    protected PlaceholderList() {}

    List<PlaceholderListEvent> record(Actor by, List<String> all, Instant at) {
        guard(by, PlaceholderAction.RECORD);
        if (all.equals(entries)) {
            return List.of();
        }
        var added = all.stream().filter(entry -> !entries.contains(entry)).toList();
        var removed = entries.stream().filter(entry -> !all.contains(entry)).toList();
        entries = List.copyOf(all);
        recordedAt = at;
        return List.of(new PlaceholderListEvent.Recorded(added, removed, at));
    }

    @Override
    public String id() {
        return id;
    }

    /** Every employee. */
    @Override
    protected Access access() {
        return new Access(Access.Classification.INTERNAL, List.of(), List.of(), null, List.of(), List.of());
    }

    @Override
    protected PlaceholderListView state() {
        return PlaceholderListView.of(this, null);
    }

    @Override
    protected Set<PlaceholderAction> actions() {
        return EnumSet.allOf(PlaceholderAction.class);
    }

    @Override
    protected boolean possible(PlaceholderAction action) {
        return true;
    }

    @Override
    protected void permits(Actor by, PlaceholderAction action) {
        POLICY_ADMIN_LISTS.require(by.has(Roles.POLICY_ADMIN));
    }

    List<String> entries() {
        return entries;
    }

    Instant recordedAt() {
        return recordedAt;
    }
}
