package city.c3po.portfolio.schedule.exchange;

import static city.c3po.portfolio.schedule.network.Activity.milestone;
import static city.c3po.portfolio.schedule.network.Activity.task;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import city.c3po.portfolio.schedule.network.Activity;
import city.c3po.portfolio.schedule.network.Activity.Kind;
import city.c3po.portfolio.schedule.network.Constraint;
import city.c3po.portfolio.schedule.network.Constraint.Type;
import city.c3po.portfolio.schedule.network.Link;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mpxj.ConstraintType;
import org.mpxj.Duration;
import org.mpxj.ProjectFile;
import org.mpxj.Relation;
import org.mpxj.RelationType;
import org.mpxj.Task;
import org.mpxj.TimeUnit;
import org.mpxj.mspdi.MSPDIReader;
import org.mpxj.mspdi.MSPDIWriter;

/** Held against MPXJ, which reads and writes what Microsoft Project does. */
class ProjectXmlAgainstMpxjTest {
    private static final LocalDate START = LocalDate.parse("2026-09-07");

    @Test
    void mpxj_reads_what_we_write() throws Exception {
        var dig = task("A-dig", 4)
                .with(
                        new Constraint(Type.MSO, LocalDate.parse("2026-09-08")),
                        new Constraint(Type.DEADLINE, LocalDate.parse("2026-09-30")));
        var lay = task("A-lay", 6).started(LocalDate.parse("2026-09-10"), 2);
        var file = new ScheduleFile(
                "Pipes",
                START,
                LocalDate.parse("2026-09-14"),
                List.of(
                        new ScheduleFile.Item(dig, "Dig & fill", "1.1"),
                        new ScheduleFile.Item(lay, "Lay", "1.2"),
                        new ScheduleFile.Item(milestone("A-done"), "Done", "2")),
                List.of(Link.ss("A-dig", "A-lay", 2), Link.ff("A-lay", "A-done", -1)));

        var read = new MSPDIReader().read(new ByteArrayInputStream(ProjectXmlTest.written(file)));

        assertEquals("Pipes", read.getProjectProperties().getProjectTitle());
        assertEquals(START, read.getProjectProperties().getStartDate().toLocalDate());
        assertEquals(
                LocalDate.parse("2026-09-14"),
                read.getProjectProperties().getStatusDate().toLocalDate());
        var first = read.getTaskByUniqueID(1);
        assertEquals("Dig & fill", first.getName());
        assertEquals("1.1", first.getWBS());
        assertEquals(4, days(read, first.getDuration()));
        assertEquals(ConstraintType.MUST_START_ON, first.getConstraintType());
        assertEquals(LocalDate.parse("2026-09-08"), first.getConstraintDate().toLocalDate());
        assertEquals(LocalDate.parse("2026-09-30"), first.getDeadline().toLocalDate());
        assertEquals("A-dig", first.getText(1));
        var second = read.getTaskByUniqueID(2);
        assertEquals(LocalDate.parse("2026-09-10"), second.getActualStart().toLocalDate());
        assertEquals(2, days(read, second.getRemainingDuration()));
        assertEquals(List.of("1 START_START 2"), relations(read, second));
        assertEquals(List.of("2 FINISH_FINISH -1"), relations(read, read.getTaskByUniqueID(3)));
        assertEquals(true, read.getTaskByUniqueID(3).getMilestone());
        assertFalse(read.getDefaultCalendar().isWorkingDate(LocalDate.parse("2026-09-09")));
    }

    @Test
    void we_read_what_mpxj_writes() throws Exception {
        var project = new ProjectFile();
        project.addDefaultBaseCalendar();
        project.getProjectProperties().setProjectTitle("Bridge");
        project.getProjectProperties().setStartDate(START.atTime(8, 0));
        var phase = project.addTask();
        phase.setName("Phase");
        var piers = phase.addTask();
        piers.setName("Piers");
        piers.setDuration(Duration.getInstance(5, TimeUnit.DAYS));
        piers.setConstraintType(ConstraintType.START_NO_EARLIER_THAN);
        piers.setConstraintDate(LocalDate.parse("2026-09-10").atTime(8, 0));
        piers.setActualStart(LocalDate.parse("2026-09-10").atTime(8, 0));
        piers.setRemainingDuration(Duration.getInstance(3, TimeUnit.DAYS));
        var deck = phase.addTask();
        deck.setName("Deck");
        deck.setDuration(Duration.getInstance(2, TimeUnit.WEEKS));
        deck.setDeadline(LocalDate.parse("2026-12-24").atTime(17, 0));
        var open = project.addTask();
        open.setName("Open");
        open.setMilestone(true);
        open.setDuration(Duration.getInstance(0, TimeUnit.DAYS));
        deck.addPredecessor(new Relation.Builder()
                .predecessorTask(piers)
                .type(RelationType.START_FINISH)
                .lag(Duration.getInstance(3, TimeUnit.DAYS)));
        open.addPredecessor(new Relation.Builder().predecessorTask(phase).type(RelationType.FINISH_START));
        var out = new ByteArrayOutputStream();
        new MSPDIWriter().write(project, out);

        var file = ProjectXml.read(new ByteArrayInputStream(out.toByteArray()));

        assertEquals("Bridge", file.title());
        assertEquals(START, file.start());
        var piersId = id(piers);
        var deckId = id(deck);
        assertEquals(
                List.of(
                        task(piersId, 5)
                                .with(new Constraint(Type.SNET, LocalDate.parse("2026-09-10")))
                                .started(LocalDate.parse("2026-09-10"), 3),
                        task(deckId, 10).with(new Constraint(Type.DEADLINE, LocalDate.parse("2026-12-24"))),
                        new Activity(id(open), Kind.MILESTONE, 0, null, null, null, List.of())),
                file.items().stream().map(ScheduleFile.Item::activity).toList());
        assertEquals(
                List.of("Piers", "Deck", "Open"),
                file.items().stream().map(ScheduleFile.Item::title).toList());
        assertEquals(
                List.of(Link.sf(piersId, deckId, 3), Link.fs(piersId, id(open)), Link.fs(deckId, id(open))),
                file.links());
        assertEquals(List.of(), file.notices());
    }

    private static String id(Task task) {
        return String.valueOf(task.getUniqueID());
    }

    private static int days(ProjectFile project, Duration duration) {
        return (int) duration.convertUnits(TimeUnit.DAYS, project.getProjectProperties())
                .getDuration();
    }

    private static List<String> relations(ProjectFile project, Task task) {
        return task.getPredecessors().stream()
                .map(one -> one.getPredecessorTask().getUniqueID() + " "
                        + one.getType().name() + " " + days(project, one.getLag()))
                .toList();
    }
}
