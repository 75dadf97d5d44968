package city.c3po.portfolio.schedule.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.platform.rule.RuleViolation;
import city.c3po.portfolio.schedule.network.Activity;
import city.c3po.portfolio.schedule.network.Link;
import city.c3po.portfolio.schedule.network.RandomNetworks;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleCsvTest {
    private static final LocalDate START = LocalDate.parse("2026-09-07");
    private static final String HEADER = String.join(",", ScheduleCsv.COLUMNS) + "\n";

    @Test
    void what_is_written_and_read_again_is_equal() {
        for (long seed = 1; seed <= 40; seed++) {
            var random = new RandomNetworks(seed, START);
            var network = random.next(60);
            var items = network.activities().stream()
                    .map(one -> new ScheduleFile.Item(one, "=1+1, \"" + one.id() + "\"\nGröße", "-1." + one.id()))
                    .toList();
            var links = ProjectXmlTest.byPlaceOfSuccessor(items, network.links());
            var file = new ScheduleFile("Plan", network.projectStart(), random.dataDate(), items, links);
            var out = new ByteArrayOutputStream();

            ScheduleCsv.write(file, out);

            var again = ScheduleCsv.read(
                    new ByteArrayInputStream(out.toByteArray()), "Plan", network.projectStart(), random.dataDate());
            assertEquals(file, again, "seed " + seed);
        }
    }

    @Test
    void no_cell_is_a_formula_to_a_spreadsheet() {
        var item = new ScheduleFile.Item(Activity.task("a", 1), "=HYPERLINK(1)", "@x");
        var out = new ByteArrayOutputStream();

        ScheduleCsv.write(new ScheduleFile("Plan", START, null, List.of(item), List.of()), out);

        assertTrue(out.toString(StandardCharsets.UTF_8).contains("a,'=HYPERLINK(1),'@x,TASK,1,"));
    }

    @Test
    void a_person_may_leave_out_what_is_usual() {
        var file = read("a,Dig,,,3,,,,,\nb,Done,,MILESTONE,,,,,,a; x SS +2\nx,Else,,,1,,,,,\n");

        assertEquals(Activity.task("a", 3), file.items().getFirst().activity());
        assertEquals(List.of(Link.fs("a", "b"), Link.ss("x", "b", 2)), file.links());
    }

    @Test
    void a_byte_order_mark_is_taken_off() {
        var bytes = ("\uFEFF" + HEADER + "a,Dig,,,3,,,,,\n").getBytes(StandardCharsets.UTF_8);

        var file = ScheduleCsv.read(new ByteArrayInputStream(bytes), "Plan", START, null);

        assertEquals(1, file.items().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "line 2: duration unreadable|a,Dig,,,three,,,,,",
                "line 2: kind unreadable|a,Dig,,WORK,3,,,,,",
                "line 2: actualStart unreadable|a,Dig,,,3,,2026-02-30,,,",
                "line 2: constraints unreadable|a,Dig,,,3,,,,SNET,",
                "line 2: predecessors unreadable|a,Dig,,,3,,,,,b XX+1",
                "line 2: id not-an-id|=a,Dig,,,3,,,,,",
                "line 2: title too-long|a,,,,3,,,,,"
            })
    void what_makes_no_sense_is_named_with_its_line(String fault, String row) {
        var refusal = assertThrows(RuleViolation.class, () -> read(row + "\n"));

        assertEquals(ExchangeRule.SCHEDULE_FILE_UNDERSTOOD, refusal.rule());
        var first = refusal.faults().getFirst();
        assertEquals(fault, first.pointer() + " " + first.code());
    }

    @Test
    void other_columns_and_other_encodings_are_refused() {
        var columns =
                assertThrows(RuleViolation.class, () -> readAll("id;title\na;Dig\n".getBytes(StandardCharsets.UTF_8)));
        var ragged = assertThrows(RuleViolation.class, () -> read("a,Dig\n"));
        var empty = assertThrows(RuleViolation.class, () -> readAll(new byte[0]));
        var latin = assertThrows(
                RuleViolation.class,
                () -> readAll((HEADER + "a,Größe,,,3,,,,,\n").getBytes(StandardCharsets.ISO_8859_1)));

        assertEquals("columns", columns.faults().getFirst().code());
        assertEquals("ragged", ragged.faults().getFirst().code());
        assertEquals("empty", empty.faults().getFirst().code());
        assertEquals("encoding", latin.facts().get("reason"));
    }

    private static ScheduleFile read(String rows) {
        return readAll((HEADER + rows).getBytes(StandardCharsets.UTF_8));
    }

    private static ScheduleFile readAll(byte[] content) {
        return ScheduleCsv.read(new ByteArrayInputStream(content), "Plan", START, null);
    }
}
