package city.c3po.platform.web;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregate;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;

/** The answer with one record's representation: after a read, a creation, an edit or a transition. */
public final class Answer {
    private Answer() {}

    /**
     * 201 with {@code Location} when this request created the record, else 200; always with its {@code ETag}. A read
     * with a matching {@code If-None-Match} becomes 304 on its way out.
     */
    public static <V extends Representation> RestResponse<V> of(Aggregate<?> record, Actor by, V view) {
        ReadLog.shown(by, "read", record);
        var answer = record.justCreated()
                ? RestResponse.ResponseBuilder.<V>create(Response.Status.CREATED)
                        .location(URI.create(view.href()))
                : RestResponse.ResponseBuilder.<V>create(Response.Status.OK);
        return answer.entity(view).tag(record.entityTag(by)).build();
    }
}
