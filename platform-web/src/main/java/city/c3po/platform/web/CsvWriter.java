package city.c3po.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ext.Provider;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;

/** A list as CSV (RFC 4180) with a header row; a nested member is a column of its own, {@code cost.amount}. */
@Provider
@Produces(MediaTypes.CSV)
class CsvWriter extends PageWriter {
    private static final int BUFFER = 16 * 1024;

    private final ObjectMapper json;

    @Inject
    CsvWriter(RoutingContext call, ObjectMapper json) {
        super(call);
        this.json = json;
    }

    @Override
    protected <V> void write(Rows<V> rows, OutputStream out) throws IOException {
        var columns = CsvColumns.of(rows.type(), json);
        var text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
        var csv = de.siegmar.fastcsv.writer.CsvWriter.builder().autoFlush(false).build(text);
        csv.writeRecord(columns.names());
        rows.forEach(row -> csv.writeRecord(columns.cells(json.valueToTree(row))));
        csv.flush();
        text.flush();
    }
}
