package city.c3po.audit.roadmap;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The roadmap as a calendar (RFC 5545): each milestone is a day, its uid stays the same however often it is fetched. */
final class RoadmapCalendar {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    /** RFC 5545 3.1: longer lines are folded, counted in bytes. */
    private static final int LONGEST = 73;

    private final StringBuilder text = new StringBuilder();

    static String of(List<RoadmapItem> items, Instant now) {
        var calendar = new RoadmapCalendar();
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("VERSION:2.0");
        calendar.line("PRODID:-//C3PO Suite//Audit roadmap//EN");
        items.forEach(item -> calendar.event(item, now));
        calendar.line("END:VCALENDAR");
        return calendar.text.toString();
    }

    private void event(RoadmapItem item, Instant now) {
        LocalDate day = item.doneOn() == null ? item.due() : item.doneOn();
        line("BEGIN:VEVENT");
        line("UID:" + item.recommendation().id() + "." + item.milestone() + "@c3po");
        line("DTSTAMP:" + STAMP.format(now));
        line("DTSTART;VALUE=DATE:" + DAY.format(day));
        line("DTEND;VALUE=DATE:" + DAY.format(day.plusDays(1)));
        line("SUMMARY:" + escaped(item.recommendation().number() + " " + item.title()));
        line("DESCRIPTION:" + escaped(description(item)));
        line("STATUS:" + (item.doneOn() == null ? "TENTATIVE" : "CONFIRMED"));
        line("END:VEVENT");
    }

    private static String description(RoadmapItem item) {
        var said =
                item.leadDepartment() + ", " + (item.doneOn() == null ? "due " + item.due() : "done " + item.doneOn());
        return item.p80() == null || item.doneOn() != null ? said : said + ", 80 % by " + item.p80();
    }

    private static String escaped(String said) {
        return said.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    private void line(String content) {
        int bytes = 0;
        for (int at = 0; at < content.length(); ) {
            var character = Character.toString(content.codePointAt(at));
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > LONGEST) {
                text.append("\r\n ");
                bytes = 1;
            }
            text.append(character);
            bytes += size;
            at += character.length();
        }
        text.append("\r\n");
    }
}
