package city.c3po.reporting.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * JSON in the one form of RFC 8785, so that equal content has equal bytes. Our numbers are integers and decimals of few
 * digits, which both the standard and {@link java.math.BigDecimal#toPlainString} write alike.
 */
public final class Canonical {
    private static final ObjectMapper TEXT = new ObjectMapper();
    private static final Pattern CONTROL = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\u00[0-9A-F]{2}");

    private Canonical() {}

    public static String of(JsonNode value) {
        var out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    /** SHA-256 of the text's UTF-8, in hexadecimal. */
    public static String sha256(String text) {
        return HexFormat.of().formatHex(digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    public static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void write(JsonNode value, StringBuilder out) {
        switch (value.getNodeType()) {
            case OBJECT -> writeObject(value, out);
            case ARRAY -> writeArray(value, out);
            case NUMBER -> out.append(number(value));
            case STRING -> writeText(value.textValue(), out);
            case BOOLEAN -> out.append(value.booleanValue());
            case NULL, MISSING -> out.append("null");
            case BINARY, POJO -> throw new IllegalArgumentException("no JSON: " + value.getNodeType());
        }
    }

    private static void writeObject(JsonNode object, StringBuilder out) {
        // a TreeSet of strings compares UTF-16 code units, as the standard asks
        var names = new TreeSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        out.append('{');
        var separator = "";
        for (var name : names) {
            out.append(separator);
            writeText(name, out);
            out.append(':');
            write(object.get(name), out);
            separator = ",";
        }
        out.append('}');
    }

    private static void writeArray(JsonNode array, StringBuilder out) {
        out.append('[');
        var separator = "";
        for (var element : array) {
            out.append(separator);
            write(element, out);
            separator = ",";
        }
        out.append(']');
    }

    private static String number(JsonNode value) {
        var decimal = value.decimalValue();
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }

    /** Jackson escapes what RFC 8785 escapes, but writes its hexadecimal digits in capitals. */
    private static void writeText(String text, StringBuilder out) {
        try {
            var escaped = CONTROL.matcher(TEXT.writeValueAsString(text));
            out.append(escaped.replaceAll(
                    escape -> Matcher.quoteReplacement(escape.group().toLowerCase(Locale.ROOT))));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a text that is no text", e);
        }
    }
}
