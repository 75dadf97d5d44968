package city.c3po.audit.table;

import city.c3po.platform.web.CsvColumns;
import city.c3po.platform.web.MediaTypes;
import city.c3po.platform.web.PageWriter;
import city.c3po.platform.web.Rows;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import org.dhatim.fastexcel.Workbook;

/** A list as a workbook (XLSX) with a header row, in the columns of its CSV. */
@Provider
@Produces(MediaTypes.XLSX)
class XlsxWriter extends PageWriter {
    private final ObjectMapper json;

    @Inject
    XlsxWriter(RoutingContext call, ObjectMapper json) {
        super(call);
        this.json = json;
    }

    @Override
    protected <V> void write(Rows<V> rows, OutputStream out) throws IOException {
        var columns = CsvColumns.of(rows.type(), json);
        // never closed: closing would end what broke half-way as if it were whole
        var workbook = new Workbook(out, "C3PO Suite", "1.0");
        var sheet = new XlsxSheet(workbook.newWorksheet("Records"), columns.names());
        rows.forEach(row -> sheet.add(columns.values(json.<JsonNode>valueToTree(row))));
        workbook.finish();
    }
}
