package city.c3po.portfolio.schedule.exchange;

import city.c3po.platform.time.CityCalendar;
import city.c3po.portfolio.schedule.network.Link;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/** Microsoft Project XML (MSPDI, the schema mspdi_pj12.xsd of Project 2007 and later). */
public final class ProjectXml {
    static final String NAMESPACE = "http://schemas.microsoft.com/project";

    /** Text1 to Text3 of a task: what the format has no place for. */
    static final String OUR_ID = "188743731";

    static final String OUR_KIND = "188743734";
    static final String OUR_CONSTRAINTS = "188743737";
    static final String OUR_ID_ALIAS = "Activity id";

    /** FF, FS, SF, SS: the format's numbers for links. */
    static final List<Link.Type> LINKS = List.of(Link.Type.FF, Link.Type.FS, Link.Type.SF, Link.Type.SS);

    private ProjectXml() {}

    /**
     * A task that has an activity's id of ours keeps it; any other is known by its UID. Summary tasks are not activities: a
     * finish-to-start link from one is one from each task below it. Summaries' other links, unscheduled and inactive tasks,
     * "as late as possible", tasks' own calendars and fractions of days are told as notices. The project's calendar is not
     * read: the city's working days count.
     *
     * @throws city.c3po.platform.rule.RuleViolation by {@link ExchangeRule}
     */
    public static ScheduleFile read(InputStream content) {
        try {
            return new ProjectXmlReader(new XmlFile(content)).read();
        } catch (XMLStreamException e) {
            throw ExchangeRule.SCHEDULE_FILE_READABLE.violated(XmlFile.where(e));
        } catch (UnsupportedCharsetException e) {
            throw ExchangeRule.SCHEDULE_FILE_READABLE.violated(Map.of("line", 1, "reason", "encoding"));
        }
    }

    /** @param calendar its days off are those of the project */
    public static void write(ScheduleFile file, CityCalendar calendar, OutputStream out) {
        try {
            new ProjectXmlWriter(file, calendar, out).write();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot write the schedule", e);
        }
    }
}
