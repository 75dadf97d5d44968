package city.c3po.platform.web;

import city.c3po.platform.rule.Fault;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Comparator;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** A parameter we do not know is a misunderstanding: a filter with a misspelt name would show everything. */
@Singleton
class UnknownParameters {
    @ServerRequestFilter
    void refuse(ResourceInfo resource, UriInfo uri) {
        var sent = uri.getQueryParameters();
        if (sent.isEmpty()) {
            return;
        }
        var known = RequestParameters.of(resource.getResourceMethod());
        var unknown = new ArrayList<Fault>();
        var repeated = new ArrayList<Fault>();
        sent.forEach((name, values) -> {
            if (!known.query().contains(name)) {
                unknown.add(new Fault(name, Refusal.UNKNOWN_PARAMETER.code(), "There is no such parameter."));
            } else if (values.size() > 1 && !known.several().contains(name)) {
                repeated.add(new Fault(name, "repeated", "Send this parameter once."));
            }
        });
        unknown.sort(Comparator.comparing(Fault::pointer));
        if (!unknown.isEmpty()) {
            throw Refusal.UNKNOWN_PARAMETER.refused(unknown);
        }
        if (!repeated.isEmpty()) {
            throw Refusal.BAD_PARAMETER.refused(repeated);
        }
    }
}
