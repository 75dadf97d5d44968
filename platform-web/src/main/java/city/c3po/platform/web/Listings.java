package city.c3po.platform.web;

import city.c3po.platform.event.Aggregate;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import java.util.List;

/** Begins the answer to a {@code GET} of a collection. */
@Singleton
public class Listings {
    private static final List<Variant> FORMS = Variant.mediaTypes(
                    MediaType.valueOf(MediaTypes.JSON),
                    MediaType.valueOf(MediaTypes.CSV),
                    MediaType.valueOf(MediaTypes.NDJSON),
                    MediaType.valueOf(MediaTypes.XLSX))
            .build();

    private final EntityManager entities;
    private final Pages pages;
    private final Exports exports;
    private final Request request;

    Listings(EntityManager entities, Pages pages, Exports exports, Request request) {
        this.entities = entities;
        this.pages = pages;
        this.exports = exports;
        this.request = request;
    }

    public <A extends Aggregate<?>> Listing<A> of(Class<A> aggregate) {
        return new Listing<>(this, new ListedTable<>(aggregate, entities));
    }

    Pages pages() {
        return pages;
    }

    /** Whether the caller wants everything as it comes from the database rather than a page of it. */
    public boolean streamed() {
        var form = request.selectVariant(FORMS);
        return form != null && !form.getMediaType().isCompatible(MediaType.APPLICATION_JSON_TYPE);
    }

    Exports exports() {
        return exports;
    }
}
