package city.c3po.inventory.placeholder;

import static city.c3po.inventory.placeholder.PlaceholderRule.PLACEHOLDER_SAYS_SOMETHING;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Journal;
import city.c3po.platform.rule.Convention;
import city.c3po.platform.rule.Fault;
import city.c3po.platform.rule.Seen;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.hibernate.Session;

/** The list, and the identities that depend on it. */
@Singleton
class Placeholders extends Aggregates<PlaceholderList, String, PlaceholderAction> {
    /** As the SQL function {@code plain_key} leaves them out. */
    private static final Pattern SEPARATORS = Pattern.compile("[ \\-_./\\\\#:,]");

    Placeholders(EntityManager entities, Journal journal) {
        super(PlaceholderList.class, entities, journal);
    }

    PlaceholderList record(String id, List<String> entries, Actor by, Seen seen, Instant at) {
        var plain = plain(entries);
        return edit(id, by, seen, PlaceholderAction.RECORD, list -> {
            var events = list.record(by, plain, at);
            if (!events.isEmpty()) {
                keep(plain);
            }
            return events;
        });
    }

    private static List<String> plain(List<String> entries) {
        var plain = new TreeSet<String>();
        var faults = new ArrayList<Fault>();
        for (int at = 0; at < entries.size(); at++) {
            var entry = SEPARATORS.matcher(entries.get(at)).replaceAll("").toUpperCase(Locale.ROOT);
            if (entry.chars().distinct().count() < 2) {
                faults.add(PLACEHOLDER_SAYS_SOMETHING.at("/entries/" + at));
            }
            plain.add(entry);
        }
        if (!faults.isEmpty()) {
            throw Convention.INVALID_VALUES.violated(faults);
        }
        return List.copyOf(plain);
    }

    private void keep(List<String> entries) {
        entities().unwrap(Session.class).doWork(connection -> {
            try (var keep = connection.prepareStatement("select keep_placeholders(?)")) {
                keep.setArray(1, connection.createArrayOf("text", entries.toArray()));
                keep.execute();
            }
        });
    }
}
