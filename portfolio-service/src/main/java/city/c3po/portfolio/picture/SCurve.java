package city.c3po.portfolio.picture;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Planned value, earned value and actual cost over time, and where they may end by the forecast.
 *
 * @param bac budget at completion
 * @param points cumulative values at the ends of periods; planned for all, earned and actual up to the data date
 * @param outlook what 50 and 80 of 100 simulated runs do not exceed; null without a forecast
 */
public record SCurve(
        String title,
        String currency,
        LocalDate dataDate,
        BigDecimal bac,
        List<Point> points,
        @Nullable Outlook outlook) {
    private static final double WIDTH = 1000;
    private static final double HEIGHT = 560;
    private static final double LEFT = 92;
    private static final double TOP = 100;
    private static final double PLOT_WIDTH = 860;
    private static final double PLOT_HEIGHT = 390;

    /** Cumulative values at the end of a period. */
    public record Point(
            LocalDate end,
            BigDecimal planned,
            @Nullable BigDecimal earned,
            @Nullable BigDecimal actual) {}

    /** Finish and cost by the forecast. */
    public record Outlook(LocalDate p50Finish, BigDecimal p50Cost, LocalDate p80Finish, BigDecimal p80Cost) {}

    /** Where a line ends. */
    private record End(double x, double y, BigDecimal amount) {}

    public SCurve {
        points = List.copyOf(points);
    }

    public String svg() {
        var axis = TimeAxis.around(first(), last(), LEFT, PLOT_WIDTH);
        var scale = MoneyScale.upTo(greatest(), TOP, PLOT_HEIGHT);
        var svg = new Svg();
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "c3po",
                "role",
                "img",
                "aria-labelledby",
                "curve-title curve-desc",
                "viewBox",
                "0 0 " + Svg.written(WIDTH) + " " + Svg.written(HEIGHT));
        svg.text("title", "Cost and value: " + title, "id", "curve-title");
        svg.text("desc", description(), "id", "curve-desc");
        svg.style(Style.SHEET);
        svg.empty("rect", "class", "paper", "width", WIDTH, "height", HEIGHT);
        svg.text(
                "text",
                Svg.fitting(title, WIDTH - 2 * 24, 20),
                "class",
                "ink",
                "x",
                24,
                "y",
                36,
                "font-size",
                20,
                "font-weight",
                "600");
        svg.text("text", "Cumulative, in " + currency, "class", "faint", "x", 24, "y", 58, "font-size", 13);
        frame(svg, axis, scale);
        if (outlook != null) {
            var spent = points.stream().filter(one -> one.actual() != null).reduce((_, later) -> later);
            double x = spent.map(one -> axis.after(one.end())).orElse(axis.x(dataDate));
            double y = scale.y(
                    spent.map(Point::actual).map(BigDecimal::doubleValue).orElse(0.0));
            new OutlookCone(outlook).draw(svg, axis, scale, x, y, WIDTH);
        }
        lines(svg, axis, scale);
        return svg.close().toString();
    }

    private void frame(Svg svg, TimeAxis axis, MoneyScale scale) {
        for (double amount : scale.ticks()) {
            double y = scale.y(amount);
            svg.empty("line", "class", amount == 0 ? "year" : "grid", "x1", LEFT, "y1", y, "x2", axis.right(), "y2", y);
            svg.text(
                    "text",
                    MoneyScale.shown(amount),
                    "class",
                    "faint",
                    "x",
                    LEFT - 10,
                    "y",
                    y + 4,
                    "font-size",
                    12,
                    "text-anchor",
                    "end");
        }
        for (var tick : axis.ticks()) {
            double x = axis.x(tick.date());
            svg.empty(
                    "line",
                    "class",
                    tick.strong() ? "year" : "grid",
                    "x1",
                    x,
                    "y1",
                    TOP,
                    "x2",
                    x,
                    "y2",
                    scale.y(0) + 5);
            svg.text(
                    "text",
                    tick.label(),
                    "class",
                    "faint",
                    "x",
                    x,
                    "y",
                    scale.y(0) + 22,
                    "font-size",
                    12,
                    "text-anchor",
                    "middle");
        }
        double x = axis.x(dataDate);
        svg.empty("line", "class", "now", "x1", x, "y1", TOP - 12, "x2", x, "y2", scale.y(0));
        svg.text(
                "text",
                "Data date " + TimeAxis.day(dataDate),
                "class",
                "ink",
                "x",
                x,
                "y",
                TOP - 18,
                "font-size",
                12,
                "font-weight",
                "600",
                "text-anchor",
                "middle");
        double budget = scale.y(bac.doubleValue());
        svg.empty("line", "class", "baseline", "x1", LEFT, "y1", budget, "x2", axis.right(), "y2", budget);
        svg.text("text", "Budget " + shown(bac), "class", "faint", "x", LEFT + 6, "y", budget - 6, "font-size", 12);
    }

    private void lines(Svg svg, TimeAxis axis, MoneyScale scale) {
        line(svg, axis, scale, "planned", Point::planned);
        var earned = line(svg, axis, scale, "earned", Point::earned);
        var actual = line(svg, axis, scale, "actual", Point::actual);
        if (!points.isEmpty()) {
            // above the rising line, past the middle, where nothing else is
            var on = points.get(points.size() * 2 / 3);
            double y = scale.y(on.planned().doubleValue());
            label(svg, new End(axis.after(on.end()), y, points.getLast().planned()), "Planned", "faint", "end", -8, -8);
        }
        boolean above = earned != null && actual != null && earned.y < actual.y;
        if (earned != null) {
            svg.empty("circle", "class", "earned-dot", "cx", earned.x, "cy", earned.y, "r", 5);
            label(svg, earned, "Earned", "strong", above ? "end" : "start", above ? -10 : 10, above ? -10 : 18);
        }
        if (actual != null) {
            svg.empty("rect", "class", "actual-dot", "x", actual.x - 4.5, "y", actual.y - 4.5, "width", 9, "height", 9);
            label(svg, actual, "Actual cost", "alarm", above ? "start" : "end", above ? 10 : -10, above ? 18 : -10);
        }
    }

    private @Nullable End line(
            Svg svg, TimeAxis axis, MoneyScale scale, String kind, Function<Point, @Nullable BigDecimal> value) {
        End end = null;
        var path = new StringBuilder();
        for (var one : points) {
            var amount = value.apply(one);
            if (amount != null) {
                end = new End(axis.after(one.end()), scale.y(amount.doubleValue()), amount);
                path.append(path.isEmpty() ? "M" : "L")
                        .append(Svg.written(end.x))
                        .append(' ')
                        .append(Svg.written(end.y));
            }
        }
        if (end != null) {
            svg.empty("path", "class", kind, "d", path.toString(), "stroke-linejoin", "round");
        }
        return end;
    }

    /** At the end of its line, so that nobody has to look it up in a legend. */
    private static void label(Svg svg, End end, String word, String colour, String anchor, double right, double below) {
        svg.text(
                "text",
                word + " " + shown(end.amount),
                "class",
                colour + " halo",
                "x",
                end.x + right,
                "y",
                end.y + below,
                "font-size",
                13,
                "font-weight",
                "600",
                "text-anchor",
                anchor);
    }

    /** What a person who sees the picture would say about it. */
    private String description() {
        var told = new StringBuilder("Cumulative planned value, earned value and actual cost in ")
                .append(currency)
                .append(". The budget is ")
                .append(shown(bac))
                .append('.');
        points.stream()
                .filter(one -> one.earned() != null)
                .reduce((_, later) -> later)
                .ifPresent(now -> told.append(" At ")
                        .append(TimeAxis.day(now.end()))
                        .append(" planned ")
                        .append(shown(now.planned()))
                        .append(", earned ")
                        .append(shown(Objects.requireNonNull(now.earned())))
                        .append(
                                now.actual() == null
                                        ? ", actual cost not known."
                                        : ", spent " + shown(now.actual()) + "."));
        if (outlook != null) {
            told.append(" In 50 of 100 cases it is done by ")
                    .append(TimeAxis.day(outlook.p50Finish))
                    .append(" for at most ")
                    .append(shown(outlook.p50Cost))
                    .append(", in 80 of 100 by ")
                    .append(TimeAxis.day(outlook.p80Finish))
                    .append(" for at most ")
                    .append(shown(outlook.p80Cost))
                    .append('.');
        }
        return told.toString();
    }

    private static String shown(BigDecimal amount) {
        return MoneyScale.shown(amount.doubleValue());
    }

    private LocalDate first() {
        return points.stream().map(Point::end).min(Comparator.naturalOrder()).orElse(dataDate);
    }

    private LocalDate last() {
        var dates = new ArrayList<>(points.stream().map(Point::end).toList());
        dates.add(dataDate);
        if (outlook != null) {
            dates.add(outlook.p50Finish);
            dates.add(outlook.p80Finish);
        }
        return dates.stream().max(Comparator.naturalOrder()).orElseThrow();
    }

    private double greatest() {
        double greatest = bac.doubleValue();
        for (var one : points) {
            greatest = Math.max(greatest, one.planned().doubleValue());
            greatest =
                    Math.max(greatest, one.actual() == null ? 0 : one.actual().doubleValue());
        }
        return outlook == null ? greatest : Math.max(greatest, outlook.p80Cost.doubleValue());
    }
}
