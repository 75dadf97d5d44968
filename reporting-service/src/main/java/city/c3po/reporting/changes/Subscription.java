package city.c3po.reporting.changes;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.actor.Roles;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A place in the feed that the service keeps for a job, by name. The place moves on only when the job says that it has
 * what it was told; whichever of its workers says so first moves it, and the other learns that it was late.
 *
 * @param owner subject of whoever made it
 * @param version of the subscription: grows whenever its place or its filters change
 * @param place where the job stands
 * @param acknowledgedAt when it last moved on; null as long as it never did
 */
record Subscription(
        String name,
        String owner,
        long version,
        Filters filters,
        Mode mode,
        Bookmark place,
        Instant createdAt,
        @Nullable Instant acknowledgedAt) {
    static final String PATH = "/v1/change-subscriptions/";

    String href() {
        return PATH + name;
    }

    /** Where it is read: its cursors are good nowhere else. */
    String changes() {
        return href() + "/changes";
    }

    String entityTag() {
        return Long.toString(version);
    }

    /** That it exists and how far behind it is may be seen by those who look after jobs. */
    boolean visibleTo(Actor by) {
        return by.is(owner) || by.has(Roles.OPERATOR) || by.has(Roles.PORTFOLIO_MANAGER);
    }

    void mustBeOf(Actor by) {
        FeedRule.OWN_SUBSCRIPTION.require(by.is(owner));
    }

    Wish wish(@Nullable Integer limit) {
        return new Wish(changes(), null, new Wish.Since.Everything(), null, mode, filters, limit);
    }

    Subscription acknowledged(Bookmark upTo, Instant at) {
        boolean forward = upTo.generation() == place.generation()
                && (upTo.position() > place.position()
                        || (upTo.position() == place.position() && (!upTo.closed() || place.closed())));
        FeedRule.ACKNOWLEDGED_FORWARD.require(forward);
        return new Subscription(name, owner, version + 1, filters, mode, upTo, createdAt, at);
    }

    /** Told from the beginning again; with other filters there is no other way. */
    Subscription restarted(Filters newFilters, Mode newMode, Bookmark beginning) {
        return new Subscription(name, owner, version + 1, newFilters, newMode, beginning, createdAt, acknowledgedAt);
    }
}
