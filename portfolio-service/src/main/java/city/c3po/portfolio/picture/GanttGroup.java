package city.c3po.portfolio.picture;

import city.c3po.portfolio.picture.Gantt.Bar;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;

/** A place in the work breakdown structure: a bracket over what follows, or all of it in one row. */
record GanttGroup(String place, List<Bar> members, boolean whole) implements GanttRows.Row {
    @Override
    public void draw(Svg svg, TimeAxis axis, double margin, double labels, double top, double height) {
        var label = place.isEmpty() ? "Not in the structure" : "WBS " + place;
        svg.open("g").text("title", label + ": " + members.size() + " in all");
        svg.text(
                "text",
                label,
                "class",
                "ink",
                "x",
                margin,
                "y",
                top + height / 2 + 4,
                "font-size",
                GanttRows.TEXT,
                "font-weight",
                "700");
        svg.text(
                "text",
                members.size() == 1
                        ? Svg.fitting(members.getFirst().title(), labels - 110, 11)
                        : members.size() + " items",
                "class",
                "faint",
                "x",
                margin + labels - 14,
                "y",
                top + height / 2 + 4,
                "font-size",
                11,
                "text-anchor",
                "end");
        if (whole) {
            summary(svg, axis, top, height);
        } else {
            bracket(svg, axis, top + 7);
        }
        svg.close();
    }

    private void bracket(Svg svg, TimeAxis axis, double y) {
        double from = axis.x(start());
        double to = axis.after(finish());
        svg.empty("rect", "class", "span", "x", from, "y", y, "width", Math.max(2, to - from), "height", 4);
        svg.empty(
                "polygon",
                "class",
                "span",
                "points",
                GanttRows.point(from, y) + " " + GanttRows.point(from + 6, y) + " " + GanttRows.point(from, y + 10));
        svg.empty(
                "polygon",
                "class",
                "span",
                "points",
                GanttRows.point(to, y) + " " + GanttRows.point(to - 6, y) + " " + GanttRows.point(to, y + 10));
    }

    private void summary(Svg svg, TimeAxis axis, double top, double height) {
        double from = axis.x(start());
        svg.empty(
                "rect",
                "class",
                "bar",
                "x",
                from,
                "y",
                top + 5,
                "width",
                Math.max(2, axis.after(finish()) - from),
                "height",
                9,
                "rx",
                2);
        for (var one : members) {
            if (one.critical() && !one.milestone()) {
                double x = axis.x(one.start());
                svg.empty(
                        "rect",
                        "class",
                        "critical",
                        "x",
                        x,
                        "y",
                        top + 5,
                        "width",
                        Math.max(1.5, axis.after(one.finish()) - x),
                        "height",
                        9);
            }
        }
        var baselines = members.stream()
                .filter(one -> one.baselineStart() != null && one.baselineFinish() != null)
                .toList();
        if (!baselines.isEmpty()) {
            double x = axis.x(
                    Collections.min(baselines.stream().map(Bar::baselineStart).toList()));
            double to = axis.after(
                    Collections.max(baselines.stream().map(Bar::baselineFinish).toList()));
            svg.empty("rect", "class", "baseline", "x", x, "y", top + 17, "width", Math.max(2, to - x), "height", 3);
        }
        for (var one : members) {
            if (one.milestone()) {
                GanttRows.diamond(
                        svg, one.critical() ? "critical" : "bar", axis.after(one.finish()), top + height / 2 - 2, 5);
            }
        }
    }

    private LocalDate start() {
        return Collections.min(members.stream().map(Bar::start).toList());
    }

    private LocalDate finish() {
        return Collections.max(members.stream().map(Bar::finish).toList());
    }
}
