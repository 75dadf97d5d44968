package city.c3po.platform.web;

import jakarta.inject.Singleton;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Variant;
import java.util.Arrays;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Settles {@code Accept: text/*} on a type we have. The framework keeps to the letter of Jakarta REST, which answers
 * {@code application/octet-stream} to a caller who takes any application type.
 */
@Singleton
class Negotiation {
    @ServerRequestFilter
    void settle(ContainerRequestContext request, ResourceInfo resource) {
        var accept = request.getHeaderString(HttpHeaders.ACCEPT);
        if (accept == null || accept.equals(MediaType.WILDCARD) || !accept.contains("/*")) {
            return;
        }
        var produces = resource.getResourceMethod().getAnnotation(Produces.class);
        if (produces == null || produces.value().length == 1) {
            return;
        }
        var types = Arrays.stream(produces.value()).map(MediaType::valueOf).toArray(MediaType[]::new);
        var chosen =
                request.getRequest().selectVariant(Variant.mediaTypes(types).build());
        if (chosen != null) {
            request.getHeaders()
                    .putSingle(HttpHeaders.ACCEPT, chosen.getMediaType().toString());
        }
    }
}
