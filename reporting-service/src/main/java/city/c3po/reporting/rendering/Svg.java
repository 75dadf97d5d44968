package city.c3po.reporting.rendering;

import java.util.Locale;

/** Shapes and letters of SVG. */
final class Svg {
    private Svg() {}

    static void open(StringBuilder out, String width, String label, int wide, int high) {
        out.append("<svg class=\"")
                .append(width)
                .append("\" role=\"img\" aria-label=\"")
                .append(Xml.escaped(label))
                .append("\" viewBox=\"0 0 ")
                .append(wide)
                .append(' ')
                .append(high)
                .append("\">");
    }

    static void rectangle(StringBuilder out, double x, double y, double width, double height, String style) {
        out.append("<rect class=\"")
                .append(style)
                .append("\" x=\"")
                .append(rounded(x))
                .append("\" y=\"")
                .append(rounded(y))
                .append("\" width=\"")
                .append(rounded(Math.max(width, 1)))
                .append("\" height=\"")
                .append(rounded(height))
                .append("\"/>");
    }

    static void line(StringBuilder out, double x1, double y1, double x2, double y2) {
        line(out, x1, y1, x2, y2, "axis");
    }

    static void line(StringBuilder out, double x1, double y1, double x2, double y2, String style) {
        out.append("<line class=\"")
                .append(style)
                .append("\" x1=\"")
                .append(rounded(x1))
                .append("\" y1=\"")
                .append(rounded(y1))
                .append("\" x2=\"")
                .append(rounded(x2))
                .append("\" y2=\"")
                .append(rounded(y2))
                .append("\"/>");
    }

    static void text(StringBuilder out, double x, double y, String anchor, String style, String shown, String whole) {
        out.append("<text class=\"")
                .append(style)
                .append("\" x=\"")
                .append(rounded(x))
                .append("\" y=\"")
                .append(rounded(y))
                .append("\" text-anchor=\"")
                .append(anchor)
                .append("\">");
        if (!shown.equals(whole)) {
            out.append("<title>").append(Xml.escaped(whole)).append("</title>");
        }
        out.append(Xml.escaped(shown)).append("</text>");
    }

    static String shortened(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)).strip() + "\u2026";
    }

    private static String rounded(double number) {
        return String.format(Locale.ROOT, "%.1f", number).replaceFirst("\\.0$", "");
    }
}
