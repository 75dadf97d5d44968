package city.c3po.reporting.changes;

import city.c3po.platform.actor.Actor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may see, as SQL takes it.
 *
 * @param visibility changes with anything that opens or closes records to the caller, the caller's own name included;
 *     which records these are at the moment does not matter
 */
record Reader(Actor actor, String json, String visibility) {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    static Reader of(Actor actor) {
        return new Reader(
                actor,
                json(actor),
                Digest.of(List.of(
                        actor.sub(),
                        new TreeSet<>(actor.roles()).toString(),
                        new TreeSet<>(actor.departments()).toString(),
                        new TreeSet<>(actor.sources()).toString(),
                        new TreeSet<>(actor.bodies()).toString(),
                        String.valueOf(actor.vendor()))));
    }

    private static String json(Actor actor) {
        var parts = new HashMap<String, @Nullable Object>(Map.of(
                "sub", actor.sub(),
                "roles", actor.roles(),
                "departments", actor.departments(),
                "sources", actor.sources(),
                "bodies", actor.bodies()));
        parts.put("vendor", actor.vendor());
        try {
            return JSON.writeValueAsString(parts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an actor is JSON", e);
        }
    }
}
