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
        var unreadable = new ArrayList<Fault>();
        sent.forEach((name, values) -> {
            if (!known.query().contains(name)) {
                unknown.add(new Fault(name, Refusal.UNKNOWN_PARAMETER.code(), "There is no such parameter."));
            } else if (values.contains("")) {
                // An unset variable in somebody's script must not mean "everything".
                unreadable.add(new Fault(name, "empty", "Give this parameter a value, or leave it out."));
            } else if (values.size() > 1 && !known.several().contains(name)) {
                unreadable.add(new Fault(name, "repeated", "Send this parameter once."));
            }
        });
        unknown.sort(Comparator.comparing(Fault::pointer));
        if (!unknown.isEmpty()) {
            throw Refusal.UNKNOWN_PARAMETER.refused(unknown);
        }
        if (!unreadable.isEmpty()) {
            throw Refusal.BAD_PARAMETER.refused(unreadable);
        }
    }
}
