package city.c3po.portfolio.picture;

import java.math.BigDecimal;

/** Where cost and time may end by the forecast: a cone from now to its P50 and its P80. */
record OutlookCone(SCurve.Outlook outlook) {
    /**
     * @param x0 where actual cost has come to
     * @param width of the picture, which no word leaves
     */
    void draw(Svg svg, TimeAxis axis, MoneyScale scale, double x0, double y0, double width) {
        double x50 = axis.after(outlook.p50Finish());
        double y50 = scale.y(outlook.p50Cost().doubleValue());
        double x80 = axis.after(outlook.p80Finish());
        double y80 = scale.y(outlook.p80Cost().doubleValue());
        svg.empty(
                "polygon",
                "class",
                "cone",
                "points",
                GanttRows.point(x0, y0) + " " + GanttRows.point(x50, y50) + " " + GanttRows.point(x80, y80));
        svg.empty("line", "class", "outlook", "x1", x0, "y1", y0, "x2", x50, "y2", y50);
        svg.empty("line", "class", "outlook", "x1", x0, "y1", y0, "x2", x80, "y2", y80);
        GanttRows.diamond(svg, "critical", x50, y50, 6);
        GanttRows.diamond(svg, "critical", x80, y80, 6);
        var p50 = "P50 · " + TimeAxis.day(outlook.p50Finish()) + " · " + money(outlook.p50Cost());
        boolean fits = x50 + 10 + p50.length() * 7 < width;
        svg.text(
                "text",
                p50,
                "class",
                "ink halo",
                "x",
                fits ? x50 + 10 : width - 10,
                "y",
                y50 + 22,
                "font-size",
                12,
                "font-weight",
                "600",
                "text-anchor",
                fits ? "start" : "end");
        svg.text(
                "text",
                "P80 · " + TimeAxis.day(outlook.p80Finish()) + " · " + money(outlook.p80Cost()),
                "class",
                "ink halo",
                "x",
                x80 - 4,
                "y",
                y80 - 14,
                "font-size",
                12,
                "font-weight",
                "600",
                "text-anchor",
                "end");
    }

    private static String money(BigDecimal amount) {
        return MoneyScale.shown(amount.doubleValue());
    }
}
