package city.c3po.portfolio.picture;

import city.c3po.portfolio.picture.Gantt.Bar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What stands in the rows of a Gantt chart: activities under their place in the work breakdown structure, or only places. */
final class GanttRows {
    static final double TEXT = 12;

    /** A row draws its label and what happens in it. */
    interface Row {
        void draw(Svg svg, TimeAxis axis, double margin, double labels, double top, double height);
    }

    private GanttRows() {}

    static List<Row> of(List<Bar> bars, int most) {
        var byPlace = grouped(bars, 1);
        boolean grouping = byPlace.size() > 1;
        if (bars.size() + (grouping ? byPlace.size() : 0) <= most) {
            var rows = new ArrayList<Row>();
            byPlace.forEach((place, members) -> {
                if (grouping) {
                    rows.add(new GanttGroup(place, members, false));
                }
                members.forEach(one -> rows.add(new Single(one, grouping ? 14 : 0)));
            });
            return rows;
        }
        return summarised(bars, most);
    }

    /** By the deepest level of the work breakdown structure that still fits. */
    private static List<Row> summarised(List<Bar> bars, int most) {
        var best = grouped(bars, 1);
        for (int level = 2; level <= 8; level++) {
            var finer = grouped(bars, level);
            if (finer.size() > most) {
                break;
            }
            best = finer;
        }
        var rows = new ArrayList<Row>();
        best.forEach((place, members) -> rows.add(new GanttGroup(place, members, true)));
        if (rows.size() <= most) {
            return rows;
        }
        int left = rows.size() - most + 1;
        var shown = new ArrayList<Row>(rows.subList(0, most - 1));
        shown.add(new Note("… and " + left + " more parts of the work breakdown structure"));
        return shown;
    }

    private static Map<String, List<Bar>> grouped(List<Bar> bars, int level) {
        return bars.stream()
                .collect(Collectors.groupingBy(
                        one -> place(one.wbs(), level), () -> new TreeMap<>(GanttRows::compare), Collectors.toList()));
    }

    private static String place(String wbs, int level) {
        var parts = wbs.strip().split("[.]");
        return String.join(".", List.of(parts).subList(0, Math.min(level, parts.length)));
    }

    /** 1.2 before 1.10. */
    private static int compare(String one, String other) {
        var a = one.split("[.]");
        var b = other.split("[.]");
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            boolean numbers = a[i].matches("\\d{1,9}") && b[i].matches("\\d{1,9}");
            int order =
                    numbers ? Integer.compare(Integer.parseInt(a[i]), Integer.parseInt(b[i])) : a[i].compareTo(b[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.length, b.length);
    }

    /** One activity or milestone. */
    private record Single(Bar bar, double indent) implements Row {
        @Override
        public void draw(Svg svg, TimeAxis axis, double margin, double labels, double top, double height) {
            svg.open("g").text("title", told());
            svg.text(
                    "text",
                    Svg.fitting(bar.title(), labels - indent - 12, TEXT),
                    "class",
                    "ink",
                    "x",
                    margin + indent,
                    "y",
                    top + height / 2 + 4,
                    "font-size",
                    TEXT,
                    "font-weight",
                    bar.critical() ? "600" : "400");
            if (bar.milestone()) {
                milestone(svg, axis, top + height / 2);
            } else {
                activity(svg, axis, top);
            }
            svg.close();
        }

        private void activity(Svg svg, TimeAxis axis, double top) {
            double x = axis.x(bar.start());
            double width = Math.max(2, axis.after(bar.finish()) - x);
            svg.empty(
                    "rect",
                    "class",
                    bar.critical() ? "critical" : "bar",
                    "x",
                    x,
                    "y",
                    top + 4,
                    "width",
                    width,
                    "height",
                    10,
                    "rx",
                    2);
            if (bar.percent() > 0) {
                svg.empty(
                        "rect",
                        "class",
                        bar.critical() ? "done-critical" : "done",
                        "x",
                        x,
                        "y",
                        top + 7.5,
                        "width",
                        width * Math.min(100, bar.percent()) / 100,
                        "height",
                        3);
            }
            if (bar.baselineStart() != null && bar.baselineFinish() != null) {
                double from = axis.x(bar.baselineStart());
                svg.empty(
                        "rect",
                        "class",
                        "baseline",
                        "x",
                        from,
                        "y",
                        top + 16.5,
                        "width",
                        Math.max(2, axis.after(bar.baselineFinish()) - from),
                        "height",
                        3);
            }
        }

        private void milestone(Svg svg, TimeAxis axis, double middle) {
            double x = axis.after(bar.finish());
            double before = x;
            double behind = x;
            if (bar.baselineFinish() != null) {
                double baseline = axis.after(bar.baselineFinish());
                diamond(svg, "baseline", baseline, middle, 7);
                before = Math.min(x, baseline);
                behind = Math.max(x, baseline);
            }
            diamond(svg, bar.critical() ? "critical" : "bar", x, middle, 6);
            boolean left = behind > axis.right() - 90;
            svg.text(
                    "text",
                    TimeAxis.day(bar.finish()),
                    "class",
                    "faint halo",
                    "x",
                    left ? before - 13 : behind + 13,
                    "y",
                    middle + 4,
                    "font-size",
                    11,
                    "text-anchor",
                    left ? "end" : "start");
        }

        private String told() {
            var dates = bar.milestone()
                    ? TimeAxis.day(bar.finish())
                    : TimeAxis.day(bar.start()) + " – " + TimeAxis.day(bar.finish());
            return bar.title() + ": " + dates + Gantt.late(bar) + (bar.critical() ? ", critical" : "")
                    + (bar.percent() > 0 ? ", " + bar.percent() + " % done" : "");
        }
    }

    private record Note(String text) implements Row {
        @Override
        public void draw(Svg svg, TimeAxis axis, double margin, double labels, double top, double height) {
            svg.text("text", text, "class", "faint", "x", margin, "y", top + height / 2 + 4, "font-size", TEXT);
        }
    }

    static void diamond(Svg svg, String kind, double x, double y, double half) {
        svg.empty(
                "polygon",
                "class",
                kind,
                "points",
                point(x, y - half) + " " + point(x + half, y) + " " + point(x, y + half) + " " + point(x - half, y));
    }

    static String point(double x, double y) {
        return Svg.written(x) + "," + Svg.written(y);
    }
}
