package city.c3po.platform.web;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** The last to see an answer: a read of what the caller has already is 304, and nobody caches what is private. */
@Singleton
class Departure {
    private static final int NOT_MODIFIED = 304;

    @ServerResponseFilter
    void finish(ContainerRequestContext request, ContainerResponseContext response) {
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        var headers = response.getHeaders();
        if (!headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
            headers.putSingle(HttpHeaders.CACHE_CONTROL, reads ? "private, no-cache" : "no-store");
        }
        var tag = response.getEntityTag();
        var seen = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (reads
                && response.getStatus() == 200
                && tag != null
                && seen != null
                && EntityTags.name(seen, tag.getValue())) {
            response.setStatus(NOT_MODIFIED);
            response.setEntity(null);
        }
    }
}
