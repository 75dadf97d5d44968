package city.c3po.reporting.rendering;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** When projects begin and end: wide with the names beside, narrow with the names above. */
public final class Timeline implements Drawing {
    /**
     * @param colour in letters, for whoever does not see it
     * @param style class of the bar
     */
    record Span(String name, LocalDate start, LocalDate finish, String colour, String style) {}

    private static final int NAMES = 250;
    private static final int AXIS = 26;
    private static final int THICK = 14;
    /** How many months lie between two names on the axis, and how wide a name is. */
    private static final List<Integer> STEPS = List.of(1, 2, 3, 6, 12, 24, 36, 60, 120);

    private static final int MONTH = 64;
    /** How wide a small letter is, about. */
    private static final double LETTER = 7.5;

    private final String label;
    private final List<Span> spans;
    private final LocalDate today;
    private final Words words;
    private final LocalDate from;
    private final LocalDate to;

    Timeline(String label, List<Span> spans, LocalDate today, Words words) {
        this.label = label;
        this.spans = List.copyOf(spans);
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

    @Override
    public String svg() {
        return draw("wide", 960, NAMES, 30, 8) + draw("narrow", 340, 0, 46, 4);
    }

    @Override
    public String printed() {
        var out = new StringBuilder(Print.begin(label));
        double whole = Math.max(1, ChronoUnit.DAYS.between(from, to));
        out.append(Print.row(
                words.say("chart.today"),
                Print.box(ChronoUnit.DAYS.between(from, today) / whole, 0, "today"),
                Xml.escaped(words.day(today))));
        for (var span : spans) {
            out.append(Print.row(
                    span.name(),
                    Print.box(
                            ChronoUnit.DAYS.between(from, span.start()) / whole,
                            ChronoUnit.DAYS.between(span.start(), span.finish()) / whole,
                            span.style()),
                    Xml.escaped(words.month(span.start()) + " \u2013 " + words.month(span.finish())) + "<br />"
                            + Xml.escaped(span.colour())));
        }
        return out.append(Print.END).toString();
    }

    private String draw(String width, int wide, int left, int step, int marks) {
        var out = new StringBuilder();
        int bottom = AXIS + spans.size() * step;
        Svg.open(out, width, label, wide, bottom + 22);
        double scale = (wide - left) / (double) Math.max(1, ChronoUnit.DAYS.between(from, to));
        months(out, left, bottom, scale, marks, wide);
        double now = left + ChronoUnit.DAYS.between(from, today) * scale;
        // before the names, which stand on it
        Svg.line(out, now, AXIS - 4, now, bottom, "today");
        int y = AXIS;
        for (var span : spans) {
            if (left > 0) {
                Svg.text(out, left - 12, y + step / 2.0 + 5, "end", "", Svg.shortened(span.name(), 28), span.name());
            } else {
                Svg.text(out, 0, y + 18, "start", "", Svg.shortened(span.name(), 42), span.name());
            }
            double start = left + ChronoUnit.DAYS.between(from, span.start()) * scale;
            double length = Math.max(3, ChronoUnit.DAYS.between(span.start(), span.finish()) * scale);
            double top = left > 0 ? y + (step - THICK) / 2.0 : y + 25;
            Svg.rectangle(out, start, top, length, THICK, span.style());
            colour(out, span.colour(), start, start + length, top + THICK - 2, wide);
            y += step;
        }
        boolean atTheEdge = now > wide - 120;
        var name = words.say("chart.today");
        Svg.text(
                out,
                atTheEdge ? wide : Math.max(now, left),
                bottom + 17,
                atTheEdge ? "end" : "start",
                "soft",
                name,
                name);
        return out.append("</svg>").toString();
    }

    /** Behind the bar, or before it where there is no room. */
    private static void colour(StringBuilder out, String colour, double start, double end, double y, int wide) {
        boolean behind = end + 8 + colour.length() * LETTER < wide;
        Svg.text(out, behind ? end + 8 : start - 8, y, behind ? "start" : "end", "soft small", colour, colour);
    }

    /** The beginnings of months, quarters or years, as many as there is room for. */
    private void months(StringBuilder out, int left, int bottom, double scale, int marks, int wide) {
        long months = Math.max(1, ChronoUnit.MONTHS.between(from, to));
        int every = STEPS.stream()
                .filter(step -> months / step <= marks)
                .findFirst()
                .orElse(STEPS.getLast());
        for (var month = from; month.isBefore(to); month = month.plusMonths(1)) {
            double x = left + ChronoUnit.DAYS.between(from, month) * scale;
            if ((month.getYear() * 12 + month.getMonthValue() - 1) % every == 0) {
                Svg.line(out, x, AXIS - 6, x, bottom);
                if (x + MONTH <= wide) {
                    var name = words.month(month);
                    Svg.text(out, x, 14, "start", "soft", name, name);
                }
            }
        }
    }
}
