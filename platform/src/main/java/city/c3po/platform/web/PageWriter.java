package city.c3po.platform.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Writes a list row by row. When it fails half-way, the connection breaks: a list cut short must not look complete. */
abstract class PageWriter implements MessageBodyWriter<Page<?>> {
    private final RoutingContext call;

    PageWriter(RoutingContext call) {
        this.call = call;
    }

    abstract <V> void write(Rows<V> rows, OutputStream out) throws IOException;

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return Page.class.isAssignableFrom(type);
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
        var rows = page.rows();
        if (rows == null) {
            throw Refusal.NOT_ACCEPTABLE.refused();
        }
        try {
            write(rows, out);
        } catch (IOException | RuntimeException e) {
            if (call.response().headWritten()) {
                call.response().reset();
            }
            throw e;
        }
    }
}
