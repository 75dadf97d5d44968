package city.c3po.reporting.dashboard;

import city.c3po.reporting.rendering.Words;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** When projects begin and end, as SVG: wide with the names beside, narrow with the names above. */
final class Timeline {
    /** @param style class of the bar */
    record Span(String name, LocalDate start, LocalDate finish, String style) {}

    private static final int NAMES = 250;
    private static final int AXIS = 26;
    private static final int THICK = 14;

    private final List<Span> spans;
    private final LocalDate today;
    private final Words words;
    private final LocalDate from;
    private final LocalDate to;

    Timeline(List<Span> spans, LocalDate today, Words words) {
        this.spans = spans;
        this.today = today;
        this.words = words;
        this.from = earliest(spans, today).withDayOfMonth(1);
        this.to = latest(spans, today).plusMonths(1).withDayOfMonth(1);
    }

    private static LocalDate earliest(List<Span> spans, LocalDate today) {
        return spans.stream()
                .map(Span::start)
                .min(LocalDate::compareTo)
                .filter(day -> day.isBefore(today))
                .orElse(today);
    }

    private static LocalDate latest(List<Span> spans, LocalDate today) {
        return spans.stream()
                .map(Span::finish)
                .max(LocalDate::compareTo)
                .filter(day -> day.isAfter(today))
                .orElse(today);
    }

    String svg(String label) {
        return draw("wide", label, 960, NAMES, 30, 6) + draw("narrow", label, 340, 0, 46, 2);
    }

    private String draw(String width, String label, int wide, int left, int step, int marks) {
        var out = new StringBuilder();
        int bottom = AXIS + spans.size() * step;
        Bars.open(out, width, label, wide, bottom + 22);
        double scale = (wide - left) / (double) Math.max(1, ChronoUnit.DAYS.between(from, to));
        months(out, left, bottom, scale, marks);
        int y = AXIS;
        for (var span : spans) {
            if (left > 0) {
                Bars.text(out, left - 12, y + step / 2.0 + 5, "end", "", Bars.shortened(span.name(), 28), span.name());
            } else {
                Bars.text(out, 0, y + 18, "start", "", Bars.shortened(span.name(), 42), span.name());
            }
            double start = left + ChronoUnit.DAYS.between(from, span.start()) * scale;
            double length = Math.max(3, ChronoUnit.DAYS.between(span.start(), span.finish()) * scale);
            Bars.rectangle(out, start, left > 0 ? y + (step - THICK) / 2.0 : y + 25, length, THICK, span.style());
            y += step;
        }
        double now = left + ChronoUnit.DAYS.between(from, today) * scale;
        Bars.line(out, now, AXIS - 4, now, bottom, "today");
        boolean atTheEdge = now > wide - 120;
        var name = words.say("chart.today");
        Bars.text(
                out,
                atTheEdge ? wide : Math.max(now, left),
                bottom + 17,
                atTheEdge ? "end" : "start",
                "soft",
                name,
                name);
        return out.append("</svg>").toString();
    }

    /** Some months, evenly, named. */
    private void months(StringBuilder out, int left, int bottom, double scale, int marks) {
        long months = Math.max(1, ChronoUnit.MONTHS.between(from, to));
        long every = Math.max(1, (months + marks - 1) / marks);
        for (var month = from; month.isBefore(to); month = month.plusMonths(every)) {
            double x = left + ChronoUnit.DAYS.between(from, month) * scale;
            Bars.line(out, x, AXIS - 6, x, bottom);
            var name = words.month(month);
            Bars.text(out, x, 14, "start", "soft", name, name);
        }
    }
}
