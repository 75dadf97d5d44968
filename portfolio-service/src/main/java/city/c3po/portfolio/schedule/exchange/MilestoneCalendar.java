package city.c3po.portfolio.schedule.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Milestones as an iCalendar (RFC 5545): whole-day events that take no time, so that nobody seems busy. Written by hand, since
 * it is six properties an event; a library reads it in the tests.
 */
public final class MilestoneCalendar {
    private static final int LONGEST_LINE = 75;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /**
     * A milestone on its day.
     *
     * @param uid stays the same when the date changes, so that calendars move the event
     * @param description a sentence about it: planned, reached, how late
     */
    public record Entry(String uid, String title, LocalDate date, String description) {}

    private MilestoneCalendar() {}

    /**
     * @param host the city's name in the world, to make the uids unique
     * @param stamp when it was written
     */
    public static void write(String title, String host, List<Entry> milestones, Instant stamp, OutputStream out) {
        var text = new StringBuilder();
        line(text, "BEGIN:VCALENDAR");
        line(text, "VERSION:2.0");
        line(text, "PRODID:-//C3PO Suite//Milestones//EN");
        line(text, "CALSCALE:GREGORIAN");
        line(text, "METHOD:PUBLISH");
        line(text, "X-WR-CALNAME:" + escaped(title));
        for (var one : milestones) {
            line(text, "BEGIN:VEVENT");
            line(text, "UID:" + escaped(one.uid()) + "@" + escaped(host));
            line(text, "DTSTAMP:" + STAMP.format(stamp));
            line(text, "DTSTART;VALUE=DATE:" + DateTimeFormatter.BASIC_ISO_DATE.format(one.date()));
            line(
                    text,
                    "DTEND;VALUE=DATE:"
                            + DateTimeFormatter.BASIC_ISO_DATE.format(one.date().plusDays(1)));
            line(text, "SUMMARY:" + escaped(one.title()));
            line(text, "DESCRIPTION:" + escaped(one.description()));
            line(text, "TRANSP:TRANSPARENT");
            line(text, "END:VEVENT");
        }
        line(text, "END:VCALENDAR");
        try {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n")
                .replaceAll("\\p{Cntrl}", " ");
    }

    /** At most 75 bytes each; what follows begins with a space, and no character is torn apart. */
    private static void line(StringBuilder text, String content) {
        int room = LONGEST_LINE;
        for (int at = 0; at < content.length(); ) {
            int character = content.codePointAt(at);
            int bytes = character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
            if (bytes > room) {
                text.append("\r\n ");
                room = LONGEST_LINE - 1;
            }
            text.appendCodePoint(character);
            room -= bytes;
            at += Character.charCount(character);
        }
        text.append("\r\n");
    }
}
