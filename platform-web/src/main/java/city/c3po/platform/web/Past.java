package city.c3po.platform.web;

import city.c3po.platform.actor.CurrentActor;
import city.c3po.platform.event.Aggregate;
import city.c3po.platform.event.History;
import city.c3po.platform.rule.Convention;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * How a record was. The resource first gets today's record, so that today's visibility applies, and hands it in here.
 */
@Singleton
public class Past {
    private final History history;
    private final Pages pages;
    private final CurrentActor caller;
    private final ObjectMapper lenient;

    Past(History history, Pages pages, CurrentActor caller, ObjectMapper json) {
        this.history = history;
        this.pages = pages;
        this.caller = caller;
        // An older state may have members that today's view has lost.
        this.lenient = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /**
     * The record as it was recorded at the instant, in today's shape; what depends on reader or time is left out, and
     * so is the ETag. 404 before its creation.
     */
    public <V> RestResponse<V> asOf(Instant instant, Aggregate<?> record, Class<V> view) {
        var state = history.asOf(type(record), record.id(), instant).orElseThrow(Convention.NOT_FOUND::violated);
        ReadLog.shown(caller.get(), "past", record);
        try {
            return RestResponse.ok(lenient.treeToValue(state, view));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an old state does not fit today's view " + view.getSimpleName(), e);
        }
    }

    /** Who did what, oldest first. */
    public Page<History.Entry> of(Aggregate<?> record, Paging paging) {
        ReadLog.shown(caller.get(), "history", record);
        long after =
                pages.after(paging).map(last -> Long.parseLong(last.sortKey())).orElse(0L);
        var entries = history.of(type(record), record.id(), after, paging.limit() + 1);
        return pages.page(
                entries,
                paging,
                entry -> new Pages.Place(
                        Long.toString(entry.version()), record.id().toString()),
                paging.count() ? record.version() : null);
    }

    /** Whether the chain of the record holds, and the first row that breaks it. */
    public History.Verification verified(Aggregate<?> record) {
        return history.verify(type(record), record.id(), record.version());
    }

    /** As in its events: {@code Initiative} → {@code initiative}. */
    private static String type(Aggregate<?> record) {
        var name = record.getClass().getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
