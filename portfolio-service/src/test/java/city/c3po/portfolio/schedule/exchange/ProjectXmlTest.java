package city.c3po.portfolio.schedule.exchange;

import static city.c3po.portfolio.schedule.network.Activity.milestone;
import static city.c3po.portfolio.schedule.network.Activity.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.platform.rule.Fault;
import city.c3po.platform.rule.RuleViolation;
import city.c3po.platform.time.CityCalendar;
import city.c3po.portfolio.schedule.network.Constraint;
import city.c3po.portfolio.schedule.network.Constraint.Type;
import city.c3po.portfolio.schedule.network.Link;
import city.c3po.portfolio.schedule.network.RandomNetworks;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProjectXmlTest {
    private static final LocalDate START = LocalDate.parse("2026-09-07");
    private static final CityCalendar CITY =
            new CityCalendar(ZoneId.of("America/Los_Angeles"), Set.of(LocalDate.parse("2026-09-09")));

    @Test
    void what_is_written_and_read_again_is_equal() {
        for (long seed = 1; seed <= 40; seed++) {
            var random = new RandomNetworks(seed, START);
            var network = random.next(60);
            var items = network.activities().stream()
                    .map(one -> new ScheduleFile.Item(one, "Größe <" + one.id() + "> & \"mehr\"", "1." + one.id()))
                    .toList();
            var links = byPlaceOfSuccessor(items, network.links());
            var file = new ScheduleFile("Straße 7 & ]]>", network.projectStart(), random.dataDate(), items, links);

            var again = ProjectXml.read(new ByteArrayInputStream(written(file)));

            assertEquals(file, again, "seed " + seed);
        }
    }

    @Test
    void a_file_of_another_program_is_known_by_its_uids() {
        var file = read("""
                <Project xmlns="http://schemas.microsoft.com/project"><Name>Plan.mpp</Name>
                <StartDate>2026-09-07T08:00:00</StartDate><MinutesPerDay>450</MinutesPerDay><Tasks>
                <Task><UID>0</UID><Summary>1</Summary></Task>
                <Task><UID>4</UID><Name>Dig</Name><WBS>1.1</WBS><Duration>PT22H30M0S</Duration>
                  <DurationFormat>7</DurationFormat><ConstraintType>5</ConstraintType>
                  <ConstraintDate>2026-09-10T17:00:00</ConstraintDate><Deadline>2026-09-12T17:00:00</Deadline></Task>
                <Task><UID>9</UID><Duration>PT0H0M0S</Duration><Milestone>1</Milestone>
                  <PredecessorLink><PredecessorUID>4</PredecessorUID><Type>1</Type><LinkLag>-9000</LinkLag>
                  <LagFormat>7</LagFormat></PredecessorLink></Task>
                <Task><UID>10</UID><IsNull>1</IsNull></Task>
                </Tasks></Project>
                """);

        var dig = task("4", 3)
                .with(
                        new Constraint(Type.SNLT, LocalDate.parse("2026-09-10")),
                        new Constraint(Type.DEADLINE, LocalDate.parse("2026-09-12")));
        assertEquals(
                new ScheduleFile(
                        "Plan.mpp",
                        START,
                        null,
                        List.of(
                                new ScheduleFile.Item(dig, "Dig", "1.1"),
                                new ScheduleFile.Item(milestone("9"), "Task 9", "")),
                        List.of(Link.fs("4", "9", -2))),
                file);
    }

    @Test
    void a_link_from_a_summary_is_one_from_each_task_below_it() {
        var file = read("""
                <Project><StartDate>2026-09-07T08:00:00</StartDate><Tasks>
                <Task><UID>1</UID><OutlineLevel>1</OutlineLevel><Summary>1</Summary></Task>
                <Task><UID>2</UID><OutlineLevel>2</OutlineLevel><Duration>PT8H0M0S</Duration></Task>
                <Task><UID>3</UID><OutlineLevel>2</OutlineLevel><Duration>PT8H0M0S</Duration></Task>
                <Task><UID>4</UID><OutlineLevel>1</OutlineLevel><Duration>PT8H0M0S</Duration>
                  <PredecessorLink><PredecessorUID>1</PredecessorUID><Type>1</Type></PredecessorLink></Task>
                <Task><UID>5</UID><OutlineLevel>1</OutlineLevel><Duration>PT8H0M0S</Duration>
                  <PredecessorLink><PredecessorUID>1</PredecessorUID><Type>3</Type></PredecessorLink></Task>
                </Tasks></Project>
                """);

        assertEquals(List.of(Link.fs("2", "4"), Link.fs("3", "4")), file.links());
        assertEquals(
                List.of("left-out"), file.notices().stream().map(Fault::code).toList());
    }

    @Test
    void nothing_is_changed_in_silence() {
        var file = read("""
                <Project><StartDate>2026-09-07T08:00:00</StartDate><Tasks>
                <Task><UID>1</UID><Duration>PT10H0M0S</Duration><ConstraintType>1</ConstraintType></Task>
                <Task><UID>2</UID><Duration>PT24H0M0S</Duration><DurationFormat>8</DurationFormat>
                  <PredecessorLink><PredecessorUID>1</PredecessorUID><Type>1</Type><LinkLag>50</LinkLag>
                  <LagFormat>19</LagFormat></PredecessorLink></Task>
                <Task><UID>3</UID><Active>0</Active><Duration>PT8H0M0S</Duration></Task>
                <Task><UID>4</UID><Manual>1</Manual><CalendarUID>3</CalendarUID><Duration>PT8H0M0S</Duration></Task>
                </Tasks></Project>
                """);

        assertEquals(
                List.of(2, 1, 1),
                file.items().stream().map(one -> one.activity().duration()).toList());
        assertEquals(
                List.of("rounded", "left-out", "rounded", "rounded", "left-out", "left-out", "left-out"),
                file.notices().stream().map(Fault::code).toList());
    }

    static Stream<Arguments> broken() {
        var laughs = "<!DOCTYPE lolz [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
                + "<Project><Title>&b;</Title></Project>";
        var secrets = "<!DOCTYPE p [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Project><Title>&x;</Title></Project>";
        var outside = "<!DOCTYPE p SYSTEM \"http://127.0.0.1:1/evil.dtd\"><Project/>";
        return Stream.of(
                Arguments.of("entities that grow", laughs, ExchangeRule.NO_DOCUMENT_TYPE),
                Arguments.of("an entity from the disk", secrets, ExchangeRule.NO_DOCUMENT_TYPE),
                Arguments.of("a document type from elsewhere", outside, ExchangeRule.NO_DOCUMENT_TYPE),
                Arguments.of(
                        "an entity nobody declared",
                        "<Project><Title>&x;</Title></Project>",
                        ExchangeRule.SCHEDULE_FILE_READABLE),
                Arguments.of("nothing", "", ExchangeRule.SCHEDULE_FILE_READABLE),
                Arguments.of("no XML", "id,title\n1,Dig", ExchangeRule.SCHEDULE_FILE_READABLE),
                Arguments.of("another document", "<html/>", ExchangeRule.SCHEDULE_FILE_READABLE),
                Arguments.of("half a file", "<Project><Tasks><Task><UID>1</UID>", ExchangeRule.SCHEDULE_FILE_READABLE),
                Arguments.of("more than a file", "<Project/><Project/>", ExchangeRule.SCHEDULE_FILE_READABLE),
                Arguments.of(
                        "an encoding nobody knows",
                        "<?xml version=\"1.0\" encoding=\"klingon\"?><Project/>",
                        ExchangeRule.SCHEDULE_FILE_READABLE),
                Arguments.of(
                        "too many levels",
                        "<Project>" + "<a>".repeat(70) + "</a>".repeat(70) + "</Project>",
                        ExchangeRule.SCHEDULE_FILE_WITHIN_LIMITS),
                Arguments.of(
                        "too many members",
                        "<Project><Tasks><Task>" + "<a/>".repeat(10_001) + "</Task></Tasks></Project>",
                        ExchangeRule.SCHEDULE_FILE_WITHIN_LIMITS));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void a_malicious_or_broken_file_is_refused(String what, String text, ExchangeRule rule) {
        var refusal = assertThrows(RuleViolation.class, () -> read(text));

        assertEquals(rule, refusal.rule());
    }

    @Test
    void bytes_in_another_encoding_than_the_file_says_are_refused() {
        var latin = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Project><Title>Größe</Title></Project>"
                .getBytes(Charset.forName("ISO-8859-1"));

        var refusal = assertThrows(RuleViolation.class, () -> ProjectXml.read(new ByteArrayInputStream(latin)));

        assertEquals(ExchangeRule.SCHEDULE_FILE_READABLE, refusal.rule());
        assertEquals("encoding", refusal.facts().get("reason"));
    }

    @Test
    void a_file_in_utf_16_is_read() {
        var text = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><Project><Title>Größe</Title>"
                + "<StartDate>2026-09-07T08:00:00</StartDate></Project>";

        var file = ProjectXml.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_16)));

        assertEquals("Größe", file.title());
    }

    @Test
    void a_file_beyond_the_limit_is_refused_before_it_is_read_to_its_end() {
        var endless = new Endless("<Project><Tasks>", "<Task><UID>0</UID><Name>on and on and on</Name></Task>");

        var refusal = assertThrows(RuleViolation.class, () -> ProjectXml.read(endless));

        assertEquals(ExchangeRule.SCHEDULE_FILE_WITHIN_LIMITS, refusal.rule());
        assertTrue(endless.given < Bounded.MOST + 1_000_000);
    }

    static Stream<Arguments> senseless() {
        return Stream.of(
                Arguments.of("Duration unreadable", "<UID>1</UID><Duration>three days</Duration>"),
                Arguments.of("ActualStart unreadable", "<UID>1</UID><ActualStart>2026-02-30</ActualStart>"),
                Arguments.of(
                        "ConstraintType unreadable",
                        "<UID>1</UID><ConstraintType>12</ConstraintType>"
                                + "<ConstraintDate>2026-09-07T08:00:00</ConstraintDate>"),
                Arguments.of("ConstraintDate missing", "<UID>1</UID><ConstraintType>4</ConstraintType>"),
                Arguments.of(
                        "PredecessorLink dangling",
                        "<UID>1</UID><PredecessorLink><PredecessorUID>7</PredecessorUID></PredecessorLink>"),
                Arguments.of(
                        "PredecessorLink unreadable",
                        "<UID>1</UID><PredecessorLink><PredecessorUID>1</PredecessorUID><Type>9</Type></PredecessorLink>"),
                Arguments.of("UID not-an-id", "<UID>&lt;script&gt;</UID>"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("senseless")
    void what_makes_no_sense_is_named_with_its_line(String fault, String members) {
        var refusal = assertThrows(
                RuleViolation.class,
                () -> read("<Project><StartDate>2026-09-07T08:00:00</StartDate><Tasks>\n<Task>" + members
                        + "</Task></Tasks></Project>"));

        assertEquals(ExchangeRule.SCHEDULE_FILE_UNDERSTOOD, refusal.rule());
        var first = refusal.faults().getFirst();
        assertTrue(first.pointer().startsWith("line 2: "), first.pointer());
        assertEquals(fault, first.pointer().replaceAll(".*[ /]", "") + " " + first.code());
    }

    @Test
    void a_project_without_a_start_is_refused() {
        var refusal = assertThrows(RuleViolation.class, () -> read("<Project><Tasks/></Project>"));

        assertEquals("missing", refusal.faults().getFirst().code());
        assertEquals(Map.of(), refusal.facts());
    }

    /** Links stand with their successors in a file. */
    static List<Link> byPlaceOfSuccessor(List<ScheduleFile.Item> items, List<Link> links) {
        return items.stream()
                .flatMap(item -> links.stream()
                        .filter(link -> link.successor().equals(item.activity().id())))
                .toList();
    }

    static byte[] written(ScheduleFile file) {
        var out = new ByteArrayOutputStream();
        ProjectXml.write(file, CITY, out);
        return out.toByteArray();
    }

    private static ScheduleFile read(String text) {
        return ProjectXml.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Begins, and then goes on for ever. */
    private static final class Endless extends InputStream {
        private final byte[] begin;
        private final byte[] again;
        long given;

        Endless(String begin, String again) {
            this.begin = begin.getBytes(StandardCharsets.UTF_8);
            this.again = again.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() {
            long at = given++;
            return at < begin.length ? begin[(int) at] : again[(int) ((at - begin.length) % again.length)];
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            for (int i = 0; i < length; i++) {
                into[offset + i] = (byte) read();
            }
            return length;
        }
    }
}
