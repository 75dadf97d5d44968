package city.c3po.platform.web;

import city.c3po.platform.event.Aggregate;
import city.c3po.platform.event.History;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * How a record was. The resource first gets today's record, so that today's visibility applies, and hands it in here.
 */
@Singleton
public class Past {
    /**
     * The record as it was recorded at the instant, in today's shape; what depends on reader or time is left out, and
     * so is the ETag. 404 before its creation.
     */
    public <V> RestResponse<V> asOf(Instant instant, Aggregate<?> record, Class<V> view) {
        throw new UnsupportedOperationException();
    }

    /** Who did what, oldest first. */
    public Page<History.Entry> of(Aggregate<?> record, Paging paging) {
        throw new UnsupportedOperationException();
    }

    /** Whether the chain of the record holds, and the first row that breaks it. */
    public History.Verification verified(Aggregate<?> record) {
        throw new UnsupportedOperationException();
    }
}
