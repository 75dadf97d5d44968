package city.c3po.reporting.rendering;

import java.util.List;

/**
 * Horizontal bars: in a wide column with the names beside them, on a phone with the names above. Colours come by class,
 * so that they follow light, dark and print.
 */
public final class Bars implements Drawing {
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

    private final String label;
    private final List<Bar> bars;

    Bars(String label, List<Bar> bars) {
        this.label = label;
        this.bars = List.copyOf(bars);
    }

    @Override
    public String svg() {
        return wide() + narrow();
    }

    @Override
    public String printed() {
        var out = new StringBuilder(Print.begin(label));
        double most = most();
        for (var bar : bars) {
            var figures =
                    Xml.escaped(bar.figure()) + (bar.second() < 0 ? "" : "<br />" + Xml.escaped(bar.secondFigure()));
            out.append(Print.row(
                    bar.name(), box(bar.value() / most, bar.style()) + box(bar.second() / most, "bar"), figures));
        }
        return out.append(Print.END).toString();
    }

    private static String box(double share, String style) {
        return share > 0 ? Print.box(0, share, style) : "";
    }

    private double most() {
        return Math.max(
                1e-9,
                bars.stream()
                        .mapToDouble(bar -> Math.max(bar.value(), bar.second()))
                        .max()
                        .orElse(1));
    }

    private int longestFigure() {
        int letters = bars.stream()
                .mapToInt(bar ->
                        Math.max(bar.figure().length(), bar.secondFigure().length()))
                .max()
                .orElse(1);
        return 14 + letters * 8;
    }

    private String wide() {
        var out = new StringBuilder();
        int step = bars.stream().anyMatch(bar -> bar.second() >= 0) ? 46 : 36;
        Svg.open(out, "wide", label, WIDE, bars.size() * step);
        double scale = (WIDE - NAMES - longestFigure()) / most();
        int y = 0;
        for (var bar : bars) {
            Svg.text(out, NAMES - 12, y + step / 2 + 5, "end", "", Svg.shortened(bar.name(), 28), bar.name());
            draw(out, bar, NAMES, y + (step - (bar.second() >= 0 ? 2 * THIN + 4 : THICK)) / 2, scale);
            y += step;
        }
        Svg.line(out, NAMES, 0, NAMES, bars.size() * step);
        return out.append("</svg>").toString();
    }

    private String narrow() {
        var out = new StringBuilder();
        int step = bars.stream().anyMatch(bar -> bar.second() >= 0) ? 64 : 52;
        Svg.open(out, "narrow", label, NARROW, bars.size() * step);
        double scale = (NARROW - longestFigure()) / most();
        int y = 0;
        for (var bar : bars) {
            Svg.text(out, 0, y + 16, "start", "", Svg.shortened(bar.name(), 42), bar.name());
            draw(out, bar, 0, y + 23, scale);
            y += step;
        }
        return out.append("</svg>").toString();
    }

    private static void draw(StringBuilder out, Bar bar, int x, int y, double scale) {
        boolean two = bar.second() >= 0;
        int height = two ? THIN : THICK;
        Svg.rectangle(out, x, y, bar.value() * scale, height, bar.style());
        figure(out, x + bar.value() * scale + 8, y + height - (two ? 1 : 5), bar.figure());
        if (two) {
            if (bar.second() > 0) {
                Svg.rectangle(out, x, y + THIN + 4, bar.second() * scale, THIN, "bar");
            }
            figure(out, x + bar.second() * scale + 8, y + 2 * THIN + 3, bar.secondFigure());
        }
    }

    private static void figure(StringBuilder out, double x, double y, String figure) {
        Svg.text(out, x, y, "start", "figure", figure, figure);
    }
}
