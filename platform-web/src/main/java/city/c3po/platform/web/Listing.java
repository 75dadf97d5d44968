package city.c3po.platform.web;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregate;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/**
 * A list of aggregates: who may see them, which of them, in which order. Conditions are PostgreSQL over the aggregate's
 * table, whose alias is {@code r}; parameters are named ({@code :status}).
 */
public final class Listing<A extends Aggregate<?>> {
    private final Listings context;
    private final ListedTable<A> table;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private @Nullable Actor reader;
    private @Nullable Order order;

    Listing(Listings context, ListedTable<A> table) {
        this.context = context;
        this.table = table;
    }

    /** Only what this caller may see: the invisible is neither shown nor counted. */
    public Listing<A> visibleTo(Actor by) {
        reader = by;
        var visibility = Visibility.of(by);
        conditions.add(visibility.condition());
        parameters.putAll(visibility.parameters());
        return this;
    }

    /** Left out when the value is null or an empty collection: the caller did not ask for it. */
    public Listing<A> where(String condition, String parameter, @Nullable Object value) {
        if (value != null && !(value instanceof Collection<?> several && several.isEmpty())) {
            conditions.add(condition);
            parameters.put(parameter, plain(value));
        }
        return this;
    }

    /** A condition without a parameter. */
    public Listing<A> where(String condition) {
        conditions.add(condition);
        return this;
    }

    /** Every list needs one; the id breaks ties. */
    public Listing<A> orderedBy(Order order) {
        this.order = order;
        return this;
    }

    /** A page as JSON; everything, streamed, as CSV or NDJSON, when the caller accepts one of these instead. */
    public <V> Page<V> answer(Paging paging, Class<V> type, Function<? super A, V> view) {
        if (reader == null || order == null) {
            throw new IllegalStateException("a list says who reads it (visibleTo) and in which order (orderedBy)");
        }
        return context.streamed()
                ? Page.streaming(new TableRows<>(type, context.exports(), this::batch, view, reader))
                : QuarkusTransaction.joiningExisting().call(() -> page(paging, view));
    }

    private <V> Page<V> page(Paging paging, Function<? super A, V> view) {
        var last = context.pages().after(paging);
        last.ifPresent(this::continueAfter);
        var rows = query(conditionsWith(last.isPresent() ? beyond() : "true"))
                // nothing here changes, so Hibernate need not remember how it was
                .setReadOnly(true)
                // one more than asked for tells whether there is a next page
                .setMaxResults(paging.limit() + 1)
                .getResultList()
                .stream()
                .map(table::row)
                .toList();
        var page = context.pages().page(rows, paging, this::place, paging.count() ? count() : null);
        var records = page.items().stream().map(ListedTable.Row::record).toList();
        ReadLog.shown(reader, "list", records);
        return page.with(records.stream().<V>map(view).toList());
    }

    /** For a stream: the cursor and the limit of pages do not concern it. */
    private List<ListedTable.Row<A>> batch(ListedTable.@Nullable Row<A> last, int most) {
        if (last != null) {
            continueAfter(place(last));
        }
        return query(conditionsWith(last == null ? "true" : beyond()))
                .setReadOnly(true)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(table::row)
                .toList();
    }

    private NativeQuery<Object[]> query(String where) {
        var direction = order.descending() ? " desc" : "";
        var query = table.rows(
                "select {r.*}, cast(" + order.column() + " as text) as sort_key from " + table.name() + " r where "
                        + where + " order by " + order.column() + direction + ", " + table.idColumn() + direction);
        parameters.forEach(query::setParameter);
        return query;
    }

    private long count() {
        var query = table.count("select count(*) from " + table.name() + " r where " + conditionsWith("true"));
        parameters.forEach((name, value) -> {
            if (!name.startsWith("last_")) {
                query.setParameter(name, value);
            }
        });
        return query.getSingleResult();
    }

    private String conditionsWith(String more) {
        return String.join(" and ", conditions) + " and " + more;
    }

    private String beyond() {
        return "(" + order.column() + ", " + table.idColumn() + ") " + (order.descending() ? "<" : ">")
                + " (cast(:last_key as " + order.sqlType() + "), cast(:last_id as " + table.idType() + "))";
    }

    private void continueAfter(Pages.Place last) {
        parameters.put("last_key", last.sortKey());
        parameters.put("last_id", last.id());
    }

    private Pages.Place place(ListedTable.Row<A> row) {
        return new Pages.Place(row.sortKey(), row.record().id().toString());
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Enum<?> constant -> constant.name();
            case Collection<?> several -> several.stream().map(Listing::plain).toList();
            default -> value;
        };
    }
}
