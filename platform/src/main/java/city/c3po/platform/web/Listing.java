package city.c3po.platform.web;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregate;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list of aggregates: who may see them, which of them, in which order. Conditions are SQL over the aggregate's table,
 * whose alias is {@code r}; parameters are named ({@code :status}).
 */
public final class Listing<A extends Aggregate<?>> {
    private final Class<A> aggregate;
    private final EntityManager entities;
    private final Cursors cursors;
    private final UriInfo uri;
    private final HttpHeaders headers;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private @Nullable Order order;

    Listing(Class<A> aggregate, EntityManager entities, Cursors cursors, UriInfo uri, HttpHeaders headers) {
        this.aggregate = aggregate;
        this.entities = entities;
        this.cursors = cursors;
        this.uri = uri;
        this.headers = headers;
    }

    /** Only what this caller may see: the invisible is neither shown nor counted. */
    public Listing<A> visibleTo(Actor by) {
        conditions.add("access_visible(r.access, cast(:actor_ as text))");
        return this;
    }

    /** Left out when the value is null or an empty collection: the caller did not ask for it. */
    public Listing<A> where(String condition, String parameter, @Nullable Object value) {
        if (value != null && !(value instanceof Collection<?> several && several.isEmpty())) {
            conditions.add(condition);
            parameters.put(parameter, value instanceof Enum<?> constant ? constant.name() : value);
        }
        return this;
    }

    /** A condition without a parameter. */
    public Listing<A> where(String condition) {
        conditions.add(condition);
        return this;
    }

    public Listing<A> orderedBy(Order order) {
        this.order = order;
        return this;
    }

    /** A page as JSON; everything, streamed, as CSV or NDJSON, when the caller accepts one of these instead. */
    public <V> Page<V> answer(Paging paging, Class<V> type, Function<? super A, V> view) {
        throw new UnsupportedOperationException();
    }
}
