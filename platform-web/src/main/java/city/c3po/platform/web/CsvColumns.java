package city.c3po.platform.web;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** The columns of a view: its members as JSON names them, those of nested records flattened, lists as JSON. */
public final class CsvColumns {
    private record Column(String name, JsonPointer pointer) {}

    private final List<Column> columns = new ArrayList<>();

    private CsvColumns() {}

    public static CsvColumns of(Class<?> view, ObjectMapper json) {
        var found = new CsvColumns();
        found.add("", "", json.constructType(view), json);
        return found;
    }

    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    List<String> cells(JsonNode row) {
        return values(row).stream().map(CsvColumns::cell).toList();
    }

    /** What stands in the columns, as what it is; missing where there is nothing. */
    public List<JsonNode> values(JsonNode row) {
        return columns.stream().map(column -> row.at(column.pointer())).toList();
    }

    private void add(String name, String pointer, JavaType type, ObjectMapper json) {
        var settings = json.getSerializationConfig();
        for (var member : settings.introspect(type).findProperties()) {
            var itsType = member.getPrimaryType();
            if (settings.getAnnotationIntrospector().findUnwrappingNameTransformer(member.getPrimaryMember()) != null) {
                add(name, pointer, itsType, json);
                continue;
            }
            var itsName = name + member.getName();
            var itsPointer = pointer + "/" + member.getName();
            if (flattens(itsType, json)) {
                add(itsName + ".", itsPointer, itsType, json);
            } else {
                columns.add(new Column(itsName, JsonPointer.compile(itsPointer)));
            }
        }
    }

    private static boolean flattens(JavaType type, ObjectMapper json) {
        return type.getRawClass().isRecord()
                && json.getSerializationConfig().introspect(type).findJsonValueAccessor() == null;
    }

    private static String cell(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (value.isTextual()) {
            return harmless(value.textValue());
        }
        return value.isBigDecimal() ? value.decimalValue().toPlainString() : value.toString();
    }

    /** A spreadsheet takes text that begins like this for a formula, and runs it. */
    static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
