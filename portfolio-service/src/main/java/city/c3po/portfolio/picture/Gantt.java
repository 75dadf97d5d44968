package city.c3po.portfolio.picture;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as a Gantt chart: bars by work breakdown structure, what is critical, the baseline below each bar, milestones, and
 * the data date. More than {@value #MOST_ROWS} rows are summarised by the work breakdown structure.
 */
public record Gantt(String title, LocalDate dataDate, List<Bar> bars) {
    static final int MOST_ROWS = 80;
    private static final double WIDTH = 1200;
    private static final double LABELS = 330;
    private static final double MARGIN = 24;
    private static final double TOP = 112;
    private static final double ROW = 24;
    private static final double TEXT = 12;

    /**
     * An activity or a milestone.
     *
     * @param finish inclusive
     * @param percent how much is done, 0 to 100
     */
    public record Bar(
            String id,
            String wbs,
            String title,
            boolean milestone,
            LocalDate start,
            LocalDate finish,
            boolean critical,
            @Nullable LocalDate baselineStart,
            @Nullable LocalDate baselineFinish,
            int percent) {}

    public Gantt {
        bars = List.copyOf(bars);
    }

    public String svg() {
        var rows = GanttRows.of(bars, MOST_ROWS);
        var axis = TimeAxis.around(first(), last(), MARGIN + LABELS, WIDTH - LABELS - 2 * MARGIN);
        double height = TOP + rows.size() * ROW + 64;
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
                "gantt-title gantt-desc",
                "viewBox",
                "0 0 " + Svg.written(WIDTH) + " " + Svg.written(height));
        svg.text("title", "Schedule: " + title, "id", "gantt-title");
        svg.text("desc", description(), "id", "gantt-desc");
        svg.style(Style.SHEET);
        svg.empty("rect", "class", "paper", "width", WIDTH, "height", height);
        heading(svg);
        grid(svg, axis, rows.size());
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).draw(svg, axis, MARGIN, LABELS, TOP + i * ROW, ROW);
        }
        dataDate(svg, axis, rows.size());
        legend(svg, TOP + rows.size() * ROW + 38);
        return svg.close().toString();
    }

    private void heading(Svg svg) {
        svg.text(
                "text",
                Svg.fitting(title, WIDTH - 2 * MARGIN, 20),
                "class",
                "ink",
                "x",
                MARGIN,
                "y",
                36,
                "font-size",
                20,
                "font-weight",
                "600");
        svg.text("text", subtitle(), "class", "faint", "x", MARGIN, "y", 58, "font-size", 13);
    }

    private String subtitle() {
        return bars.isEmpty()
                ? "No activities yet"
                : TimeAxis.day(first(false)) + " – " + TimeAxis.day(last(false)) + " · " + counts();
    }

    private String counts() {
        long milestones = bars.stream().filter(Bar::milestone).count();
        long critical = bars.stream().filter(Bar::critical).count();
        long activities = bars.size() - milestones;
        return activities + (activities == 1 ? " activity, " : " activities, ") + milestones
                + (milestones == 1 ? " milestone, " : " milestones, ") + critical + " critical";
    }

    private void grid(Svg svg, TimeAxis axis, int rows) {
        double bottom = TOP + rows * ROW;
        for (int i = 1; i < rows; i += 2) {
            svg.empty(
                    "rect",
                    "class",
                    "band",
                    "x",
                    MARGIN,
                    "y",
                    TOP + i * ROW,
                    "width",
                    WIDTH - 2 * MARGIN,
                    "height",
                    ROW);
        }
        for (var tick : axis.ticks()) {
            double x = axis.x(tick.date());
            svg.empty("line", "class", tick.strong() ? "year" : "grid", "x1", x, "y1", TOP - 6, "x2", x, "y2", bottom);
            if (x < axis.right() - 30) {
                svg.text("text", tick.label(), "class", "faint", "x", x + 4, "y", TOP - 8, "font-size", 11);
            }
        }
        svg.empty("line", "class", "year", "x1", MARGIN, "y1", TOP, "x2", WIDTH - MARGIN, "y2", TOP);
    }

    private void dataDate(Svg svg, TimeAxis axis, int rows) {
        double x = axis.x(dataDate);
        svg.empty("line", "class", "now", "x1", x, "y1", TOP - 26, "x2", x, "y2", TOP + rows * ROW);
        boolean right = x > axis.right() - 160;
        svg.text(
                "text",
                "Data date " + TimeAxis.day(dataDate),
                "class",
                "ink",
                "x",
                x + (right ? -5 : 5),
                "y",
                TOP - 24,
                "font-size",
                11,
                "font-weight",
                "600",
                "text-anchor",
                right ? "end" : "start");
    }

    private void legend(Svg svg, double y) {
        double x = MARGIN + LABELS;
        svg.empty("rect", "class", "bar", "x", x, "y", y - 9, "width", 30, "height", 10, "rx", 2);
        svg.text("text", "Activity", "class", "faint", "x", x + 37, "y", y, "font-size", TEXT);
        svg.empty("rect", "class", "critical", "x", x + 110, "y", y - 9, "width", 30, "height", 10, "rx", 2);
        svg.text("text", "Critical", "class", "faint", "x", x + 147, "y", y, "font-size", TEXT);
        svg.empty("rect", "class", "bar", "x", x + 220, "y", y - 9, "width", 30, "height", 10, "rx", 2);
        svg.empty("rect", "class", "done", "x", x + 220, "y", y - 5.5, "width", 18, "height", 3);
        svg.text("text", "Done", "class", "faint", "x", x + 257, "y", y, "font-size", TEXT);
        svg.empty("rect", "class", "baseline", "x", x + 318, "y", y - 6, "width", 30, "height", 4);
        svg.text("text", "Baseline", "class", "faint", "x", x + 355, "y", y, "font-size", TEXT);
        GanttRows.diamond(svg, "bar", x + 440, y - 4, 6);
        svg.text("text", "Milestone", "class", "faint", "x", x + 453, "y", y, "font-size", TEXT);
    }

    /** What a person who sees the picture would say about it. */
    private String description() {
        if (bars.isEmpty()) {
            return "A Gantt chart without activities.";
        }
        var milestones = bars.stream()
                .filter(Bar::milestone)
                .sorted(Comparator.comparing(Bar::finish))
                .limit(12)
                .map(one -> one.title() + " on " + TimeAxis.day(one.finish()) + late(one))
                .collect(Collectors.joining("; "));
        return "A Gantt chart from %s to %s with %s. The data date is %s.%s"
                .formatted(
                        TimeAxis.day(first(false)),
                        TimeAxis.day(last(false)),
                        counts(),
                        TimeAxis.day(dataDate),
                        milestones.isEmpty() ? "" : " Milestones: " + milestones + ".");
    }

    static String late(Bar one) {
        var baseline = one.baselineFinish();
        return baseline == null || baseline.equals(one.finish()) ? "" : " (baseline " + TimeAxis.day(baseline) + ")";
    }

    private LocalDate first() {
        return first(true);
    }

    private LocalDate last() {
        return last(true);
    }

    private LocalDate first(boolean all) {
        return dates(all).min(Comparator.naturalOrder()).orElse(dataDate);
    }

    private LocalDate last(boolean all) {
        return dates(all).max(Comparator.naturalOrder()).orElse(dataDate);
    }

    /** @param all with the baseline and the data date */
    private Stream<LocalDate> dates(boolean all) {
        var dates = new ArrayList<LocalDate>();
        for (var one : bars) {
            dates.add(one.start());
            dates.add(one.finish());
            if (all && one.baselineStart() != null) {
                dates.add(one.baselineStart());
            }
            if (all && one.baselineFinish() != null) {
                dates.add(one.baselineFinish());
            }
        }
        if (all) {
            dates.add(dataDate);
        }
        return dates.stream();
    }
}
