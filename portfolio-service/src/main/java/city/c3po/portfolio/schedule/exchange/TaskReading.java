package city.c3po.portfolio.schedule.exchange;

import city.c3po.platform.rule.Fault;
import city.c3po.portfolio.schedule.exchange.XmlFile.Element;
import city.c3po.portfolio.schedule.network.Activity;
import city.c3po.portfolio.schedule.network.Activity.Kind;
import city.c3po.portfolio.schedule.network.Constraint;
import city.c3po.portfolio.schedule.network.Constraint.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads one task of a Microsoft Project file. */
final class TaskReading {
    private final Element task;
    private final WorkTime time;
    private final boolean ours;
    private final List<Fault> faults;
    private final List<Fault> notices;
    private final String uid;

    /** @param ours whether the file says that Text1 holds our ids */
    TaskReading(Element task, WorkTime time, boolean ours, List<Fault> faults, List<Fault> notices) {
        this.task = task;
        this.time = time;
        this.ours = ours;
        this.faults = faults;
        this.notices = notices;
        uid = task.value("UID").orElse("");
    }

    ProjectXmlTask task() {
        var id = kept(ProjectXml.OUR_ID).orElse(uid);
        if (!Words.ID.matcher(id).matches()) {
            faults.add(new Fault(at("UID"), "not-an-id", "letters, digits, dots, hyphens and underscores, up to 40"));
        }
        boolean summary = task.value("Summary").filter("1"::equals).isPresent();
        boolean leftOut = task.value("Active").filter("0"::equals).isPresent()
                || task.value("ExternalTask").filter("1"::equals).isPresent();
        if (leftOut) {
            notices.add(new Fault(at("Active"), "left-out", "an inactive task, or one of another project"));
        }
        if (!summary && task.value("Manual").filter("1"::equals).isPresent()) {
            notices.add(new Fault(at("Manual"), "left-out", "scheduled by hand counts as scheduled by its links"));
        }
        if (task.value("CalendarUID").filter(calendar -> !calendar.equals("-1")).isPresent()) {
            notices.add(
                    new Fault(at("CalendarUID"), "left-out", "a calendar of its own: the city's working days count"));
        }
        var predecessors = new ArrayList<ProjectXmlTask.Said>();
        task.children("PredecessorLink").forEach(one -> link(one, predecessors));
        int level = read("OutlineLevel", task.value("OutlineLevel").orElse("1"), Integer::parseInt)
                .orElse(1);
        return new ProjectXmlTask(
                uid, id, at(""), level, summary, leftOut, summary || leftOut ? null : item(id), predecessors);
    }

    private void link(Element link, List<ProjectXmlTask.Said> predecessors) {
        var at = "line " + link.line() + ": PredecessorLink";
        try {
            var type = ProjectXml.LINKS.get(Integer.parseInt(link.value("Type").orElse("1")));
            var lag = time.lag(
                    link.value("LinkLag").orElse("0"), link.value("LagFormat").orElse(""));
            if (!lag.exact()) {
                notices.add(new Fault(at, "rounded", "the lag counts as " + lag.days() + " working days"));
            }
            predecessors.add(
                    new ProjectXmlTask.Said(link.value("PredecessorUID").orElse(""), type, lag.days(), at));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            faults.add(new Fault(at, "unreadable", "no kind of link, or no lag"));
        }
    }

    private ScheduleFile.Item item(String id) {
        int planned = days("Duration").orElse(0);
        var kind = kind(planned);
        var name = cut("Name", task.value("Name").orElse("Task " + uid), Words.LONGEST_TITLE);
        var wbs = cut(
                "WBS", task.value("WBS").or(() -> task.value("OutlineNumber")).orElse(""), Words.LONGEST_WBS);
        var start = date("ActualStart");
        var finish = date("ActualFinish");
        boolean running = start != null && finish == null;
        if (kind == Kind.MILESTONE && running) {
            finish = start;
        }
        Integer remaining = running && kind != Kind.MILESTONE
                ? days("RemainingDuration").map(left -> Math.max(1, left)).orElse(null)
                : null;
        return new ScheduleFile.Item(
                new Activity(id, kind, planned, start, finish, remaining, constraints()), name, wbs);
    }

    private Kind kind(int planned) {
        if (kept(ProjectXml.OUR_KIND)
                .filter(Kind.LEVEL_OF_EFFORT.name()::equals)
                .isPresent()) {
            return Kind.LEVEL_OF_EFFORT;
        }
        return planned == 0 ? Kind.MILESTONE : Kind.TASK;
    }

    private List<Constraint> constraints() {
        var all = kept(ProjectXml.OUR_CONSTRAINTS);
        if (all.isPresent()) {
            return read("ExtendedAttribute", all.get(), Words::constraints).orElse(List.of());
        }
        var constraints = new ArrayList<Constraint>();
        var type = task.value("ConstraintType").orElse("0");
        if (type.equals("1")) {
            notices.add(
                    new Fault(at("ConstraintType"), "left-out", "as late as possible counts as as soon as possible"));
        } else if (!type.equals("0")) {
            var known = read("ConstraintType", type, code -> Words.CONSTRAINTS.get(Integer.parseInt(code)));
            var date = date("ConstraintDate");
            if (date == null) {
                faults.add(new Fault(at("ConstraintDate"), "missing", "a constraint has a date"));
            } else {
                known.ifPresent(one -> constraints.add(new Constraint(one, date)));
            }
        }
        var deadline = date("Deadline");
        if (deadline != null) {
            constraints.add(new Constraint(Type.DEADLINE, deadline));
        }
        return constraints;
    }

    private Optional<Integer> days(String name) {
        var days = task.value(name)
                .flatMap(text -> read(
                        name,
                        text,
                        span -> time.duration(span, task.value("DurationFormat").orElse(""))));
        days.filter(one -> !one.exact())
                .ifPresent(one ->
                        notices.add(new Fault(at(name), "rounded", "counts as " + one.days() + " working days")));
        return days.map(WorkTime.Days::days);
    }

    private @Nullable LocalDate date(String name) {
        return task.value(name).flatMap(text -> read(name, text, Words::date)).orElse(null);
    }

    private <T> Optional<T> read(String name, String text, Function<String, T> reading) {
        try {
            return Optional.of(reading.apply(text));
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException | IndexOutOfBoundsException e) {
            faults.add(new Fault(at(name), "unreadable", "no date, duration or code that is known"));
            return Optional.empty();
        }
    }

    private String cut(String name, String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        notices.add(new Fault(at(name), "cut", "after " + longest + " characters"));
        return text.substring(0, longest);
    }

    private Optional<String> kept(String field) {
        return ours
                ? task.children("ExtendedAttribute")
                        .filter(one ->
                                one.value("FieldID").filter(field::equals).isPresent())
                        .findFirst()
                        .flatMap(one -> one.value("Value"))
                : Optional.empty();
    }

    private String at(String member) {
        return "line " + task.line() + ": Task/" + member;
    }
}
