package city.c3po.inventory.file;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** JSON of single values. */
final class Json {
    static final String NOTHING = "null";

    private Json() {}

    static String text(String value) {
        var json = new StringBuilder(value.length() + 8).append('"');
        JsonStringEncoder.getInstance().quoteAsString(value, json);
        return json.append('"').toString();
    }
}
