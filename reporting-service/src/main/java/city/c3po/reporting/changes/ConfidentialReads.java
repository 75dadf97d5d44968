package city.c3po.reporting.changes;

import city.c3po.platform.actor.Actor;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Leaves a line in the log for each page that shows confidential records: who read what; the line's time says when. */
final class ConfidentialReads {
    /** The same for all services, so that it can be routed. */
    private static final Logger LOG = Logger.getLogger("city.c3po.confidential");

    private ConfidentialReads() {}

    static void note(Actor by, Feed.Read read) {
        var confidential = read.changes().stream()
                .filter(ToldChange::confidential)
                .map(ToldChange::seq)
                .collect(Collectors.toSet());
        var shown = read.items().stream()
                .filter(item -> item.data() != null && confidential.contains(item.seq()))
                .map(item -> item.subject().type() + "/" + item.subject().id())
                .toList();
        if (!shown.isEmpty()) {
            LOG.infof(
                    "confidential records shown who=%s client=%s how=changes count=%d what=%s",
                    by.sub(), by.client(), shown.size(), String.join(",", shown));
        }
    }
}
