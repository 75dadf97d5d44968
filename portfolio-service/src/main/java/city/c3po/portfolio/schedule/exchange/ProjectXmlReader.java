package city.c3po.portfolio.schedule.exchange;

import city.c3po.platform.rule.Fault;
import city.c3po.portfolio.schedule.exchange.XmlFile.Element;
import city.c3po.portfolio.schedule.network.Link;
import city.c3po.portfolio.schedule.network.Network;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Reads Microsoft Project XML, a task at a time. */
final class ProjectXmlReader {
    private static final int MOST_FAULTS = 100;

    private final XmlFile xml;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Fault> notices = new ArrayList<>();
    private final List<ProjectXmlTask> tasks = new ArrayList<>();
    private final Map<String, ProjectXmlTask> byUid = new HashMap<>();
    private String title = "";
    private @Nullable LocalDate start;
    private @Nullable LocalDate statusDate;
    private int minutesPerDay = WorkTime.USUAL;
    private boolean ours;

    ProjectXmlReader(XmlFile xml) {
        this.xml = xml;
    }

    ScheduleFile read() throws XMLStreamException {
        boolean project = xml.next() && xml.name().equals("Project");
        if (!project) {
            throw ExchangeRule.SCHEDULE_FILE_READABLE.violated(Map.of("line", xml.line(), "reason", "not-a-project"));
        }
        while (xml.next()) {
            if (xml.name().equals("Tasks")) {
                while (xml.next()) {
                    task(xml.element());
                }
            } else {
                member(xml.element());
            }
        }
        // what follows the end may break off, too
        while (!xml.ended()) {
            xml.next();
        }
        return file();
    }

    private void member(Element member) {
        try {
            switch (member.name()) {
                case "Title" -> title = member.text().strip();
                case "Name" -> title = title.isEmpty() ? member.text().strip() : title;
                case "StartDate" -> start = Words.date(member.text().strip());
                case "StatusDate" -> statusDate = Words.date(member.text().strip());
                case "MinutesPerDay" ->
                    minutesPerDay = Math.clamp(Integer.parseInt(member.text().strip()), 1, 1440);
                case "ExtendedAttributes" ->
                    ours = member.children("ExtendedAttribute")
                            .anyMatch(one -> one.value("FieldID")
                                            .filter(ProjectXml.OUR_ID::equals)
                                            .isPresent()
                                    && one.value("Alias")
                                            .filter(ProjectXml.OUR_ID_ALIAS::equals)
                                            .isPresent());
                default -> {
                    // resources, assignments, views: not of the schedule
                }
            }
        } catch (IllegalArgumentException e) {
            faults.add(new Fault("line " + member.line() + ": " + member.name(), "unreadable", "no date or number"));
        }
    }

    private void task(Element element) {
        boolean counts = element.name().equals("Task")
                && !element.value("IsNull").orElse("0").equals("1")
                && !element.value("UID").orElse("0").equals("0");
        if (!counts) {
            return;
        }
        var task = new TaskReading(element, new WorkTime(minutesPerDay), ours, faults, notices).task();
        if (byUid.put(task.uid(), task) != null) {
            faults.add(new Fault(task.at() + "UID", "twice", "each UID occurs once"));
        }
        tasks.add(task);
        ExchangeRule.SCHEDULE_FILE_WITHIN_LIMITS.require(
                tasks.size() <= 2 * Network.MOST_ACTIVITIES && faults.size() <= MOST_FAULTS,
                Map.of("activities", tasks.size(), "errors", faults.size()));
    }

    private ScheduleFile file() {
        var items = new ArrayList<ScheduleFile.Item>();
        for (var task : tasks) {
            if (task.item() != null) {
                items.add(task.item());
            }
        }
        var links = links();
        if (start == null && faults.isEmpty()) {
            faults.add(new Fault("Project/StartDate", "missing", "the project has no start"));
        }
        if (start == null || !faults.isEmpty()) {
            throw ExchangeRule.SCHEDULE_FILE_UNDERSTOOD.violated(faults);
        }
        return new ScheduleFile(title, start, statusDate, items, links, notices);
    }

    private List<Link> links() {
        var below = below();
        var links = new LinkedHashSet<Link>();
        var once = new HashSet<Link>();
        for (var task : tasks) {
            for (var said : task.predecessors()) {
                var from = byUid.get(said.predecessorUid());
                if (from == null) {
                    faults.add(new Fault(said.at(), "dangling", "no task has the UID " + said.predecessorUid()));
                } else if (from.isLeftOut() || task.isLeftOut()) {
                    notices.add(new Fault(said.at(), "left-out", "a link with a task that is left out"));
                } else if (task.isSummary() || from.isSummary() && said.type() != Link.Type.FS) {
                    notices.add(new Fault(said.at(), "left-out", "a link of a summary task"));
                } else {
                    for (var leaf : below.getOrDefault(from.uid(), List.of(from))) {
                        var link = new Link(leaf.id(), task.id(), said.type(), said.lag());
                        if (once.add(new Link(leaf.id(), task.id(), said.type(), 0))) {
                            links.add(link);
                        }
                    }
                }
            }
            ExchangeRule.SCHEDULE_FILE_WITHIN_LIMITS.require(
                    links.size() <= Network.MOST_LINKS, Map.of("links", links.size()));
        }
        return List.copyOf(links);
    }

    /** The activities below each summary: tasks come in the order of the outline. */
    private Map<String, List<ProjectXmlTask>> below() {
        var below = new HashMap<String, List<ProjectXmlTask>>();
        var open = new ArrayList<ProjectXmlTask>();
        for (var task : tasks) {
            open.removeIf(summary -> summary.level() >= task.level());
            if (task.isSummary()) {
                below.put(task.uid(), new ArrayList<>());
                open.add(task);
            } else if (task.item() != null) {
                open.forEach(summary -> below.get(summary.uid()).add(task));
            }
        }
        return below;
    }
}
