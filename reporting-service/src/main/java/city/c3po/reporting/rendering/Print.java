package city.c3po.reporting.rendering;

import java.util.Locale;

/** The tables that charts are on paper: a name, boxes as wide as they ought to be, a figure. */
final class Print {
    static final String END = "</tbody></table>";
    /** How wide the boxes' column is, in points: the library does not reckon margins of a cell in percent. */
    private static final double TRACK = 215;

    private Print() {}

    static String begin(String label) {
        return "<table class=\"chart\"><caption>" + Xml.escaped(label) + "</caption><tbody>";
    }

    /** @param figures escaped already */
    static String row(String name, String boxes, String figures) {
        return "<tr><th scope=\"row\">" + Xml.escaped(Svg.shortened(name, 60)) + "</th><td class=\"track\">" + boxes
                + "</td><td class=\"figure\">" + figures + "</td></tr>";
    }

    /**
     * @param from where it begins, as a share of the column
     * @param share of the column that it is wide; a sliver stays visible
     */
    static String box(double from, double share, String style) {
        double begin = Math.clamp(from, 0, 0.99);
        double width = Math.clamp(share, 0.006, 1 - begin);
        return String.format(
                Locale.ROOT,
                "<div class=\"box %s\" style=\"margin-left:%.1fpt;width:%.1fpt\"></div>",
                style,
                begin * TRACK,
                width * TRACK);
    }
}
