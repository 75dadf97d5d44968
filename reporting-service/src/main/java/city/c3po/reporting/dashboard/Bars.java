package city.c3po.reporting.dashboard;

import java.util.List;
import java.util.Locale;

/**
 * Horizontal bars as SVG, twice: for a wide column with the names beside the bars, for a phone with the names above
 * them. The style sheet shows one of them. Colours come by class, so that they follow light, dark and print; every bar
 * has its figure beside it, so that nothing depends on colour.
 */
final class Bars {
    /**
     * One bar, or two on the same scale.
     *
     * @param style class of the bar
     * @param second drawn below it; negative for none
     */
    record Bar(String name, double value, String figure, String style, double second, String secondFigure) {
        static Bar of(String name, double value, String figure, String style) {
            return new Bar(name, value, figure, style, -1, "");
        }
    }

    private static final int WIDE = 960;
    private static final int NARROW = 340;
    private static final int NAMES = 250;
    private static final int THICK = 20;
    private static final int THIN = 12;

    private Bars() {}

    static String svg(String label, List<Bar> bars) {
        return wide(label, bars) + narrow(label, bars);
    }

    private static double most(List<Bar> bars) {
        return Math.max(
                1e-9,
                bars.stream()
                        .mapToDouble(bar -> Math.max(bar.value(), bar.second()))
                        .max()
                        .orElse(1));
    }

    private static int longestFigure(List<Bar> bars) {
        int letters = bars.stream()
                .mapToInt(bar ->
                        Math.max(bar.figure().length(), bar.secondFigure().length()))
                .max()
                .orElse(1);
        return 14 + letters * 8;
    }

    private static String wide(String label, List<Bar> bars) {
        var out = new StringBuilder();
        int step = bars.stream().anyMatch(bar -> bar.second() >= 0) ? 46 : 36;
        open(out, "wide", label, WIDE, bars.size() * step);
        double scale = (WIDE - NAMES - longestFigure(bars)) / most(bars);
        int y = 0;
        for (var bar : bars) {
            text(out, NAMES - 12, y + step / 2 + 5, "end", "", shortened(bar.name(), 28), bar.name());
            draw(out, bar, NAMES, y + (step - (bar.second() >= 0 ? 2 * THIN + 4 : THICK)) / 2, scale);
            y += step;
        }
        line(out, NAMES, 0, NAMES, bars.size() * step);
        return out.append("</svg>").toString();
    }

    private static String narrow(String label, List<Bar> bars) {
        var out = new StringBuilder();
        int step = bars.stream().anyMatch(bar -> bar.second() >= 0) ? 64 : 52;
        open(out, "narrow", label, NARROW, bars.size() * step);
        double scale = (NARROW - longestFigure(bars)) / most(bars);
        int y = 0;
        for (var bar : bars) {
            text(out, 0, y + 16, "start", "", shortened(bar.name(), 42), bar.name());
            draw(out, bar, 0, y + 23, scale);
            y += step;
        }
        return out.append("</svg>").toString();
    }

    private static void draw(StringBuilder out, Bar bar, int x, int y, double scale) {
        boolean two = bar.second() >= 0;
        int height = two ? THIN : THICK;
        rectangle(out, x, y, bar.value() * scale, height, bar.style());
        figure(out, x + bar.value() * scale + 8, y + height - (two ? 1 : 5), bar.figure());
        if (two) {
            if (bar.second() > 0) {
                rectangle(out, x, y + THIN + 4, bar.second() * scale, THIN, "bar2");
            }
            figure(out, x + bar.second() * scale + 8, y + 2 * THIN + 3, bar.secondFigure());
        }
    }

    static void open(StringBuilder out, String width, String label, int wide, int high) {
        out.append("<svg class=\"")
                .append(width)
                .append("\" role=\"img\" aria-label=\"")
                .append(escaped(label))
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

    private static void figure(StringBuilder out, double x, double y, String figure) {
        text(out, x, y, "start", "figure", figure, figure);
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
            out.append("<title>").append(escaped(whole)).append("</title>");
        }
        out.append(escaped(shown)).append("</text>");
    }

    static String shortened(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)).strip() + "\u2026";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String rounded(double number) {
        return String.format(Locale.ROOT, "%.1f", number).replaceFirst("\\.0$", "");
    }
}
