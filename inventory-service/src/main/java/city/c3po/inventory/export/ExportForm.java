package city.c3po.inventory.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Writes assets as one profile reads them. */
sealed interface ExportForm {
    void write(ExportedAsset asset) throws IOException;

    void end() throws IOException;

    /** The columns of a table: heading → attribute. */
    Map<String, String> SNIPE_ASSETS = columns(
            "Asset Tag",
            "nativeKey",
            "Asset Name",
            "name",
            "Serial",
            "serial",
            "Model Name",
            "model",
            "Manufacturer",
            "manufacturer",
            "Status",
            "state",
            "Company",
            "department",
            "Checked Out To",
            "custodian",
            "Location",
            "location",
            "Supplier",
            "vendor",
            "Purchase Date",
            "purchasedOn",
            "Purchase Cost",
            "purchaseCost",
            "Order Number",
            "orderNumber",
            "Warranty Expires",
            "warrantyUntil",
            "MAC Address",
            "macs",
            "Notes",
            "notes");

    Map<String, String> SNIPE_LICENSES = columns(
            "ID",
            "nativeKey",
            "License Name",
            "name",
            "Software Name",
            "product",
            "Manufacturer",
            "manufacturer",
            "Seats",
            "seats",
            "Company",
            "department",
            "Supplier",
            "vendor",
            "Purchase Date",
            "purchasedOn",
            "Purchase Cost",
            "purchaseCost",
            "Order Number",
            "orderNumber",
            "Expiration Date",
            "termEnd",
            "Notes",
            "notes");

    /** As Snipe-IT's own labels; what it has no label for is left blank. */
    Map<String, String> SNIPE_STATES = columns(
            "IN_STOCK",
            "Ready to Deploy",
            "IN_USE",
            "Deployed",
            "ON_ORDER",
            "Pending",
            "RETIRED",
            "Archived",
            "IN_MAINTENANCE",
            "Out for Repair",
            "MISSING",
            "Lost/Stolen");

    private static Map<String, String> columns(String... pairs) {
        var columns = new LinkedHashMap<String, String>();
        for (int at = 0; at < pairs.length; at += 2) {
            columns.put(pairs[at], pairs[at + 1]);
        }
        return columns;
    }

    /** Tables. */
    final class Table implements ExportForm {
        private final CsvWriter csv;
        private final Map<String, String> columns;
        private final Map<String, String> states;

        /** @param states how states are called; empty for our own names */
        Table(Writer out, Map<String, String> columns, Map<String, String> states) {
            this.csv = CsvWriter.builder().build(out);
            this.columns = columns;
            this.states = states;
            csv.writeRecord(columns.keySet());
        }

        @Override
        public void write(ExportedAsset asset) {
            var cells = new ArrayList<String>();
            for (var attribute : columns.values()) {
                cells.add(
                        switch (attribute) {
                            case "nativeKey" -> harmless(asset.nativeKey());
                            case "kind" -> asset.kind();
                            case "state" -> states.isEmpty() ? asset.state() : states.getOrDefault(asset.state(), "");
                            default -> cell(asset.said().path(attribute));
                        });
            }
            csv.writeRecord(cells);
        }

        private static String cell(JsonNode value) {
            if (value.isMissingNode() || value.isNull()) {
                return "";
            }
            if (value.isArray()) {
                return String.join(
                        ";",
                        StreamSupport.stream(value.spliterator(), false)
                                .map(JsonNode::asText)
                                .toList());
            }
            if (value.isObject()) {
                return value.path("currency").asText() + " "
                        + value.path("amount").decimalValue().toPlainString();
            }
            return value.isTextual() ? harmless(value.textValue()) : value.toString();
        }

        /** A spreadsheet would take it for a formula; our reader takes the apostrophe away again. */
        private static String harmless(String text) {
            return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        }

        @Override
        public void end() throws IOException {
            csv.flush();
        }
    }

    /** A JSON object a line. */
    record Lines(Writer out, ObjectMapper json) implements ExportForm {
        @Override
        public void write(ExportedAsset asset) throws IOException {
            var line = json.createObjectNode()
                    .put("nativeKey", asset.nativeKey())
                    .put("kind", asset.kind())
                    .put("state", asset.state());
            line.setAll(asset.said());
            out.write(json.writeValueAsString(line));
            out.write('\n');
        }

        @Override
        public void end() throws IOException {
            out.flush();
        }
    }

    /** A bill of materials in CycloneDX 1.6. */
    final class Bill implements ExportForm {
        private static final List<String> OF_CYCLONEDX =
                List.of("name", "productVersion", "purl", "cpe", "description");
        private final Writer out;
        private final ObjectMapper json;
        private boolean begun;

        Bill(Writer out, ObjectMapper json) throws IOException {
            this.out = out;
            this.json = json;
            out.write("{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"version\":1,\"components\":[");
        }

        @Override
        public void write(ExportedAsset asset) throws IOException {
            var component =
                    json.createObjectNode().put("type", type(asset.kind())).put("bom-ref", asset.nativeKey());
            copy(asset.said(), "name", component, "name");
            copy(asset.said(), "productVersion", component, "version");
            copy(asset.said(), "purl", component, "purl");
            copy(asset.said(), "cpe", component, "cpe");
            copy(asset.said(), "description", component, "description");
            var properties = component.putArray("properties");
            properties.addObject().put("name", "c3po:state").put("value", asset.state());
            asset.said().properties().forEach(member -> {
                if (!OF_CYCLONEDX.contains(member.getKey())) {
                    properties
                            .addObject()
                            .put("name", "c3po:" + member.getKey())
                            .put("value", Table.cell(member.getValue()));
                }
            });
            out.write(begun ? "," : "");
            begun = true;
            out.write(json.writeValueAsString(component));
        }

        private static void copy(ObjectNode from, String attribute, ObjectNode to, String member) {
            if (from.hasNonNull(attribute)) {
                to.set(member, from.get(attribute));
            }
        }

        private static String type(String kind) {
            return switch (kind) {
                case "HARDWARE" -> "device";
                case "SYSTEM" -> "platform";
                case "DATA_SET" -> "data";
                default -> "application";
            };
        }

        @Override
        public void end() throws IOException {
            out.write("]}");
            out.flush();
        }
    }
}
