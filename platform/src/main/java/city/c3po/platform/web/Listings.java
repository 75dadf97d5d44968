package city.c3po.platform.web;

import city.c3po.platform.event.Aggregate;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;

/** Begins the answer to a {@code GET} of a collection. */
@Singleton
public class Listings {
    private final EntityManager entities;
    private final Cursors cursors;
    private final UriInfo uri;
    private final HttpHeaders headers;

    Listings(EntityManager entities, Cursors cursors, UriInfo uri, HttpHeaders headers) {
        this.entities = entities;
        this.cursors = cursors;
        this.uri = uri;
        this.headers = headers;
    }

    public <A extends Aggregate<?>> Listing<A> of(Class<A> aggregate) {
        return new Listing<>(aggregate, entities, cursors, uri, headers);
    }
}
