package city.c3po.portfolio.schedule.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import biweekly.property.Transparency;
import city.c3po.portfolio.schedule.exchange.MilestoneCalendar.Entry;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class MilestoneCalendarTest {
    private static final Instant STAMP = Instant.parse("2026-09-07T16:00:00Z");

    @Test
    void a_calendar_program_reads_every_milestone_on_its_day() {
        var text = written(List.of(new Entry(
                "p-1-m-1", "Go live; \"all\", really\nBEGIN:VEVENT", LocalDate.parse("2026-12-31"), "Planned")));

        var calendar = Biweekly.parse(text).first();

        assertEquals(1, calendar.getEvents().size());
        var event = calendar.getEvents().getFirst();
        assertEquals("p-1-m-1@city.example", event.getUid().getValue());
        assertEquals(
                "Go live; \"all\", really\nBEGIN:VEVENT", event.getSummary().getValue());
        assertEquals(31, event.getDateStart().getValue().getRawComponents().getDate());
        assertEquals(1, event.getDateEnd().getValue().getRawComponents().getDate());
        assertEquals(Transparency.transparent(), event.getTransparency());
        assertEquals(STAMP, event.getDateTimeStamp().getValue().toInstant());
        assertTrue(calendar.validate(biweekly.ICalVersion.V2_0).isEmpty());
    }

    @Test
    void no_line_is_longer_than_75_bytes_and_no_character_is_torn() {
        var title = "Übergabe der Brücke 🌉 an die Straßenverwaltung ".repeat(6);
        var text = written(List.of(new Entry("1", title, LocalDate.parse("2026-12-31"), "")));

        assertTrue(text.lines().allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75));
        assertEquals(
                title,
                Biweekly.parse(text).first().getEvents().getFirst().getSummary().getValue());
    }

    private static String written(List<Entry> milestones) {
        var out = new ByteArrayOutputStream();
        MilestoneCalendar.write("Bridge", "city.example", milestones, STAMP, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
