package city.c3po.portfolio.schedule.exchange;

import city.c3po.platform.time.CityCalendar;
import city.c3po.portfolio.schedule.network.Activity;
import city.c3po.portfolio.schedule.network.Activity.Kind;
import city.c3po.portfolio.schedule.network.Constraint;
import city.c3po.portfolio.schedule.network.Constraint.Type;
import city.c3po.portfolio.schedule.network.Link;
import city.c3po.portfolio.schedule.network.Progress;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a schedule as Microsoft Project XML. */
final class ProjectXmlWriter {
    private static final String DAY = "T08:00:00";
    private static final String EVENING = "T17:00:00";
    private static final WorkTime TIME = new WorkTime(WorkTime.USUAL);
    private static final String IN_DAYS = "7";

    private final ScheduleFile file;
    private final CityCalendar calendar;
    private final XMLStreamWriter xml;
    private final Map<String, Integer> uids = new HashMap<>();
    private final Map<String, List<Link>> incoming;

    ProjectXmlWriter(ScheduleFile file, CityCalendar calendar, OutputStream out) throws XMLStreamException {
        this.file = file;
        this.calendar = calendar;
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
        for (int i = 0; i < file.items().size(); i++) {
            uids.put(file.items().get(i).activity().id(), i + 1);
        }
        incoming = file.links().stream().collect(Collectors.groupingBy(Link::successor));
    }

    void write() throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeStartElement("Project");
        xml.writeDefaultNamespace(ProjectXml.NAMESPACE);
        value("SaveVersion", "14");
        value("Title", file.title());
        value("ScheduleFromStart", "1");
        value("StartDate", file.start() + DAY);
        value("CalendarUID", "1");
        value("MinutesPerDay", String.valueOf(WorkTime.USUAL));
        value("MinutesPerWeek", String.valueOf(WorkTime.USUAL * 5));
        if (file.statusDate() != null) {
            value("StatusDate", file.statusDate() + DAY);
        }
        attributes();
        calendar();
        xml.writeStartElement("Tasks");
        for (int i = 0; i < file.items().size(); i++) {
            task(i + 1, file.items().get(i));
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
    }

    private void attributes() throws XMLStreamException {
        xml.writeStartElement("ExtendedAttributes");
        attribute(ProjectXml.OUR_ID, "Text1", ProjectXml.OUR_ID_ALIAS);
        attribute(ProjectXml.OUR_KIND, "Text2", "Activity kind");
        attribute(ProjectXml.OUR_CONSTRAINTS, "Text3", "All constraints");
        xml.writeEndElement();
    }

    private void attribute(String id, String name, String alias) throws XMLStreamException {
        xml.writeStartElement("ExtendedAttribute");
        value("FieldID", id);
        value("FieldName", name);
        value("Alias", alias);
        xml.writeEndElement();
    }

    private void calendar() throws XMLStreamException {
        xml.writeStartElement("Calendars");
        xml.writeStartElement("Calendar");
        value("UID", "1");
        value("Name", "City");
        value("IsBaseCalendar", "1");
        value("BaseCalendarUID", "-1");
        xml.writeStartElement("WeekDays");
        for (int sundayFirst = 1; sundayFirst <= 7; sundayFirst++) {
            boolean works = sundayFirst > 1 && sundayFirst < 7;
            xml.writeStartElement("WeekDay");
            value("DayType", String.valueOf(sundayFirst));
            value("DayWorking", works ? "1" : "0");
            if (works) {
                xml.writeStartElement("WorkingTimes");
                workingTime("08:00:00", "12:00:00");
                workingTime("13:00:00", "17:00:00");
                xml.writeEndElement();
            }
            xml.writeEndElement();
        }
        for (var holiday : calendar.holidays().stream().sorted().toList()) {
            // day type 0 is a period of its own; Project 2007 and later read it as an exception
            xml.writeStartElement("WeekDay");
            value("DayType", "0");
            value("DayWorking", "0");
            xml.writeStartElement("TimePeriod");
            value("FromDate", holiday + "T00:00:00");
            value("ToDate", holiday + "T23:59:00");
            xml.writeEndElement();
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void workingTime(String from, String to) throws XMLStreamException {
        xml.writeStartElement("WorkingTime");
        value("FromTime", from);
        value("ToTime", to);
        xml.writeEndElement();
    }

    private void task(int uid, ScheduleFile.Item item) throws XMLStreamException {
        var activity = item.activity();
        xml.writeStartElement("Task");
        value("UID", String.valueOf(uid));
        value("ID", String.valueOf(uid));
        value("Name", item.title());
        value("Type", "0");
        value("IsNull", "0");
        value("WBS", item.wbs());
        value("OutlineNumber", String.valueOf(uid));
        value("OutlineLevel", "1");
        value("Duration", TIME.written(activity.duration()));
        value("DurationFormat", IN_DAYS);
        value("Estimated", "0");
        value("Milestone", activity.kind() == Kind.MILESTONE ? "1" : "0");
        value("Summary", "0");
        if (activity.actualStart() != null) {
            value("ActualStart", activity.actualStart() + DAY);
        }
        if (activity.actualFinish() != null) {
            value("ActualFinish", activity.actualFinish() + EVENING);
            value("PercentComplete", "100");
        }
        if (activity.progress() == Progress.RUNNING && activity.remaining() != null) {
            value("RemainingDuration", TIME.written(activity.remaining()));
        }
        constraints(activity);
        for (var link : incoming.getOrDefault(activity.id(), List.of())) {
            link(link);
        }
        ours(ProjectXml.OUR_ID, activity.id());
        if (activity.kind() == Kind.LEVEL_OF_EFFORT) {
            ours(ProjectXml.OUR_KIND, activity.kind().name());
        }
        if (!placed(activity).equals(activity.constraints())) {
            ours(
                    ProjectXml.OUR_CONSTRAINTS,
                    activity.constraints().stream().map(Words::of).collect(Collectors.joining("; ")));
        }
        xml.writeEndElement();
    }

    private void constraints(Activity activity) throws XMLStreamException {
        for (var one : placed(activity)) {
            boolean evening = one.type() != Type.SNET && one.type() != Type.SNLT && one.type() != Type.MSO;
            var at = one.date() + (evening ? EVENING : DAY);
            if (one.type() == Type.DEADLINE) {
                value("Deadline", at);
            } else {
                value("ConstraintType", String.valueOf(Words.CONSTRAINTS.indexOf(one.type())));
                value("ConstraintDate", at);
            }
        }
    }

    /** What the format has a place for: one constraint and one deadline. */
    private static List<Constraint> placed(Activity activity) {
        var kept = new ArrayList<Constraint>();
        activity.constraints().stream()
                .filter(one -> one.type() != Type.DEADLINE)
                .findFirst()
                .ifPresent(kept::add);
        activity.constraints().stream()
                .filter(one -> one.type() == Type.DEADLINE)
                .findFirst()
                .ifPresent(kept::add);
        return kept;
    }

    private void link(Link link) throws XMLStreamException {
        xml.writeStartElement("PredecessorLink");
        value("PredecessorUID", String.valueOf(uids.get(link.predecessor())));
        value("Type", String.valueOf(ProjectXml.LINKS.indexOf(link.type())));
        value("CrossProject", "0");
        value("LinkLag", TIME.writtenLag(link.lag()));
        value("LagFormat", IN_DAYS);
        xml.writeEndElement();
    }

    private void ours(String field, String value) throws XMLStreamException {
        xml.writeStartElement("ExtendedAttribute");
        value("FieldID", field);
        value("Value", value);
        xml.writeEndElement();
    }

    private void value(String name, String value) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(Words.forXml(value));
        xml.writeEndElement();
    }
}
