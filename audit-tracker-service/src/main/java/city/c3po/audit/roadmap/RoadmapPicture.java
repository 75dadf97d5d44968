package city.c3po.audit.roadmap;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * The roadmap as a picture (SVG) that can also be read aloud: a title, a description, and one labelled group for each
 * milestone. Shapes differ, not colours alone: a full square is done, an open one is due, a line leads to 80 %.
 */
final class RoadmapPicture {
    private static final int ROW = 22;
    private static final int TOP = 48;
    private static final int LEFT = 340;
    private static final int WIDTH = 1000;
    private static final int TITLE = 44;

    private final LocalDate first;
    private final long days;

    private RoadmapPicture(LocalDate first, LocalDate last) {
        this.first = first;
        this.days = Math.max(1, ChronoUnit.DAYS.between(first, last));
    }

    static String of(List<RoadmapItem> items, LocalDate today) {
        var first = items.stream().map(RoadmapItem::due).reduce(today, RoadmapPicture::earlier);
        var last = items.stream()
                .map(item -> item.p80() == null ? item.due() : item.p80())
                .reduce(today.plusMonths(12), RoadmapPicture::later);
        var picture = new RoadmapPicture(first, last);
        var text = new StringBuilder();
        int height = TOP + ROW * Math.max(1, items.size()) + 16;
        text.append("""
                <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title desc" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">
                <title id="title">Roadmap of audit recommendations</title>
                <desc id="desc">%d milestones from %s to %s. Full squares are done, open squares are due, lines lead to the day by which 80 percent are done.</desc>
                <rect width="100%%" height="100%%" fill="#ffffff"/>
                <line x1="%s" x2="%s" y1="24" y2="%d" stroke="#444444" stroke-dasharray="4 3"/>
                <text x="%s" y="18" text-anchor="middle" fill="#222222">today</text>
                """.formatted(
                        WIDTH,
                        height,
                        items.size(),
                        first,
                        last,
                        picture.x(today),
                        picture.x(today),
                        height - 8,
                        picture.x(today)));
        for (int row = 0; row < items.size(); row++) {
            text.append(picture.row(items.get(row), TOP + ROW * row));
        }
        return text.append("</svg>\n").toString();
    }

    private String row(RoadmapItem item, int y) {
        var done = item.doneOn() != null;
        var day = done ? item.doneOn() : item.due();
        var label = item.recommendation().number() + " " + item.title();
        var line = item.p80() == null || done
                ? ""
                : "<line x1=\"%s\" x2=\"%s\" y1=\"%d\" y2=\"%d\" stroke=\"#7a3e00\" stroke-width=\"2\"/>"
                        .formatted(x(day), x(item.p80()), y, y);
        return """
                <g role="listitem" aria-label="%s, %s %s"><text x="8" y="%d" fill="#111111">%s</text>%s<rect x="%s" y="%d" width="10" height="10" fill="%s" stroke="#003a70" stroke-width="2"/></g>
                """.formatted(
                        escaped(label),
                        done ? "done" : "due",
                        day,
                        y + 4,
                        escaped(label.length() > TITLE ? label.substring(0, TITLE - 1) + "…" : label),
                        line,
                        x(day),
                        y - 5,
                        done ? "#003a70" : "#ffffff");
    }

    private String x(LocalDate day) {
        double share = (double) ChronoUnit.DAYS.between(first, day) / days;
        return String.format(Locale.ROOT, "%.1f", LEFT + share * (WIDTH - LEFT - 24));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static String escaped(String said) {
        return said.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
