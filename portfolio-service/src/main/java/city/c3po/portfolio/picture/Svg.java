package city.c3po.portfolio.picture;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** Writes an SVG document; whatever text it is given is escaped. */
final class Svg {
    private final StringBuilder out = new StringBuilder(16 * 1024);
    private final Deque<String> open = new ArrayDeque<>();

    /** @param attributes names and values in turn; numbers are written with one place */
    Svg open(String element, Object... attributes) {
        start(element, attributes).append('>');
        open.push(element);
        return this;
    }

    Svg close() {
        out.append("</").append(open.pop()).append(">\n");
        return this;
    }

    Svg empty(String element, Object... attributes) {
        start(element, attributes).append("/>\n");
        return this;
    }

    Svg text(String element, String content, Object... attributes) {
        start(element, attributes).append('>').append(escaped(content));
        out.append("</").append(element).append(">\n");
        return this;
    }

    /** Our own style sheet, the only thing that is written as it is. */
    Svg style(String css) {
        out.append("<style>").append(css).append("</style>\n");
        return this;
    }

    private StringBuilder start(String element, Object... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            out.append(
                    attributes[i + 1] instanceof Number number ? written(number) : escaped((String) attributes[i + 1]));
            out.append('"');
        }
        return out;
    }

    static String written(Number number) {
        double value = number.doubleValue();
        return value == Math.rint(value) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }

    /** Also without the characters that XML cannot say. */
    static String escaped(String text) {
        var safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(sayable(c) ? c : 0xFFFD);
            }
        });
        return safe.toString();
    }

    private static boolean sayable(int c) {
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return c >= ' ' && c != 0xFFFE && c != 0xFFFF && !surrogate || c == '\n' || c == '\t';
    }

    /** Cut to what about fits into a width, by an average of 0.55 em a character. */
    static String fitting(String text, double width, double size) {
        int most = (int) (width / (size * 0.55));
        int length = text.codePointCount(0, text.length());
        return length <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, Math.max(1, most - 1)))
                                .stripTrailing() + "…";
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
