package city.c3po.platform.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Writes a list row by row. When it fails half-way, the connection breaks: a list cut short must not look complete. */
public abstract class PageWriter implements ServerMessageBodyWriter<Page<?>> {
    private static final Logger LOG = Logger.getLogger(PageWriter.class);

    private final RoutingContext call;

    protected PageWriter(RoutingContext call) {
        this.call = call;
    }

    protected abstract <V> void write(Rows<V> rows, OutputStream out) throws IOException;

    @Override
    public boolean isWriteable(Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return Page.class.isAssignableFrom(type);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return Page.class.isAssignableFrom(type);
    }

    @Override
    public void writeResponse(Page<?> page, Type generic, ServerRequestContext context) throws IOException {
        // A stream of our own. The context closes its stream after a fault as well, and closing says that this was all.
        var out = context.serverResponse().createResponseOutputStream();
        try {
            write(rowsOf(page), out);
            out.close();
        } catch (IOException | RuntimeException e) {
            if (!call.response().headWritten()) {
                throw e;
            }
            breakOff(e);
        }
    }

    @Override
    public void writeTo(
            Page<?> page,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        write(rowsOf(page), out);
    }

    private static Rows<?> rowsOf(Page<?> page) {
        var rows = page.rows();
        if (rows == null) {
            throw Refusal.NOT_ACCEPTABLE.refused();
        }
        return rows;
    }

    /** What was sent cannot be taken back; that it is not the whole can still be shown. */
    private void breakOff(Exception why) {
        LOG.logf(
                call.response().closed() ? Logger.Level.DEBUG : Logger.Level.WARN,
                "stream broken off traceId=%s path=%s cause=%s",
                Arrival.traceId(call),
                call.normalizedPath(),
                why);
        call.response().reset();
    }
}
