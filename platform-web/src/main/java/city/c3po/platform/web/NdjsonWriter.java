package city.c3po.platform.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;

/** A list as one JSON object a line. */
@Provider
@Produces(MediaTypes.NDJSON)
class NdjsonWriter extends PageWriter {
    private final ObjectMapper json;

    @Inject
    NdjsonWriter(RoutingContext call, ObjectMapper json) {
        super(call);
        this.json = json;
    }

    @Override
    protected <V> void write(Rows<V> rows, OutputStream out) throws IOException {
        var writer = json.writerFor(rows.type()).without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);
        var lines = writer.createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .setRootValueSeparator(null);
        rows.forEach(row -> {
            writer.writeValue(lines, row);
            lines.writeRaw('\n');
        });
        lines.flush();
    }
}
