package city.c3po.platform.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The predicate exists twice, in Java and in SQL: this holds them together, over random records and readers. */
class AccessTwinTest {
    private static final List<String> ROLES =
            List.of("submitter", "portfolio-manager", "reader", "auditor", "vendor", "feeder");
    private static final List<String> NAMES = List.of("a", "b", "c");

    private final Random random = new Random(20260101);
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void bothAnswerAlike() throws Exception {
        try (var backbone = new Backbone();
                var connection = backbone.database.asApp();
                var query = connection.prepareStatement("select access_visible(?::jsonb, ?)")) {
            int visible = 0;
            for (int i = 0; i < 3_000; i++) {
                var access = access();
                var actor = actor();
                query.setString(1, json.writeValueAsString(access));
                query.setString(2, actor.claims());
                try (var row = query.executeQuery()) {
                    row.next();
                    assertEquals(access.visibleTo(actor), row.getBoolean(1), () -> access + " to " + actor);
                    visible += row.getBoolean(1) ? 1 : 0;
                }
            }
            assertEquals(true, visible > 300 && visible < 2_700, "both answers occur often: " + visible);
        }
    }

    private Access access() {
        var classes = Access.Classification.values();
        return new Access(
                classes[random.nextInt(classes.length)],
                List.copyOf(some(NAMES)),
                List.copyOf(some(NAMES)),
                random.nextInt(3) == 0 ? one() : null,
                List.copyOf(some(NAMES)),
                List.copyOf(some(NAMES)));
    }

    private Actor actor() {
        return new Actor(
                one(),
                "issuer",
                "client",
                "name",
                some(ROLES),
                some(NAMES),
                some(NAMES),
                some(NAMES),
                random.nextInt(3) == 0 ? one() : null,
                null);
    }

    private String one() {
        return random.nextBoolean() ? "x" : NAMES.get(random.nextInt(NAMES.size()));
    }

    private Set<String> some(List<String> names) {
        var chosen = new TreeSet<String>();
        for (var name : names) {
            if (random.nextInt(4) == 0) {
                chosen.add(name);
            }
        }
        return chosen;
    }
}
