package city.c3po.platform.web;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregate;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Leaves a line in the log for each answer that shows confidential records: who read what; the line's time says when. */
public final class ReadLog {
    private static final Logger LOG = Logger.getLogger("city.c3po.confidential");

    private ReadLog() {}

    /** @param how {@code read}, {@code past}, {@code history}, {@code list} or {@code export} */
    public static void shown(Actor by, String how, List<? extends Aggregate<?>> records) {
        var confidential = records.stream().filter(Aggregate::confidential).toList();
        if (!confidential.isEmpty()) {
            LOG.infof(
                    "confidential records shown who=%s client=%s how=%s count=%d what=%s",
                    by.sub(),
                    by.client(),
                    how,
                    confidential.size(),
                    confidential.stream().map(ReadLog::name).collect(Collectors.joining(",")));
        }
    }

    public static void shown(Actor by, String how, Aggregate<?> record) {
        shown(by, how, List.of(record));
    }

    private static String name(Aggregate<?> record) {
        return record.getClass().getSimpleName() + "/" + record.id();
    }
}
