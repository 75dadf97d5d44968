package city.c3po.platform.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the headers say of an event, before anyone looks into its data. */
record InboxEnvelope(
        String id,
        int epoch,
        String type,
        InboxSubject subject,
        long version,
        Instant occurredAt,
        Instant recordedAt,
        String actor,
        @Nullable String traceParent) {
    private static final Pattern TYPE =
            Pattern.compile("city\\.c3po\\.([a-z][A-Za-z0-9]{0,99})\\.[a-z][A-Za-z0-9]{0,99}\\.v[1-9][0-9]{0,5}");
    private static final Pattern SUBJECT = Pattern.compile("\\P{Cc}{1,255}");

    static InboxEnvelope of(InboxRecord record) {
        var type = record.attribute("type");
        var family = TYPE.matcher(type);
        if (!family.matches()) {
            throw new InboxPoison("ce_type is none of ours");
        }
        var subject = record.attribute("subject");
        if (!SUBJECT.matcher(subject).matches()) {
            throw new InboxPoison("ce_subject is no id");
        }
        long version = number(record, "sequence");
        if (version < 1) {
            throw new InboxPoison("ce_sequence is no version");
        }
        return new InboxEnvelope(
                record.attribute("id"),
                epoch(record),
                type,
                new InboxSubject(family.group(1), subject),
                version,
                time(record, "time"),
                time(record, "recordedtime"),
                record.attribute("authid"),
                record.attributeOrNull("traceparent"));
    }

    static int epoch(InboxRecord record) {
        long epoch = number(record, "epoch");
        if (epoch < 1 || epoch > Integer.MAX_VALUE) {
            throw new InboxPoison("ce_epoch is no epoch");
        }
        return (int) epoch;
    }

    private static long number(InboxRecord record, String name) {
        try {
            return Long.parseLong(record.attribute(name));
        } catch (NumberFormatException e) {
            throw new InboxPoison("ce_" + name + " is no number");
        }
    }

    private static Instant time(InboxRecord record, String name) {
        try {
            return OffsetDateTime.parse(record.attribute(name)).toInstant();
        } catch (DateTimeException e) {
            throw new InboxPoison("ce_" + name + " is no time");
        }
    }
}
