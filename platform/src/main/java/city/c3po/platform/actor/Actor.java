package city.c3po.platform.actor;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The caller, as the verified token describes it.
 *
 * @param sub subject; a person's id everywhere in the suite
 * @param issuer who issued the token
 * @param client the OAuth client ({@code azp}) that asks
 * @param name for people to read; the subject where the token has none
 * @param authTime when the person last proved who they are; absent for systems
 */
public record Actor(
        String sub,
        String issuer,
        String client,
        String name,
        Set<String> roles,
        Set<String> departments,
        Set<String> sources,
        Set<String> bodies,
        @Nullable String vendor,
        @Nullable Instant authTime) {

    /** The suite itself: schedulers, consumers, migrations of data. */
    public static final Actor SYSTEM =
            new Actor("system", "c3po", "c3po", "C3PO", Set.of(), Set.of(), Set.of(), Set.of(), null, null);

    public Actor {
        roles = Set.copyOf(roles);
        departments = Set.copyOf(departments);
        sources = Set.copyOf(sources);
        bodies = Set.copyOf(bodies);
    }

    public boolean has(String role) {
        return roles.contains(role);
    }

    public boolean is(@Nullable String person) {
        return sub.equals(person);
    }

    public boolean speaksFor(String department) {
        return departments.contains(department);
    }

    public boolean feeds(String source) {
        return has(Roles.FEEDER) && sources.contains(source);
    }

    /** What visibility depends on, as JSON: the argument of the SQL function {@code access_visible}. */
    public String claims() {
        var claims = Json.createObjectBuilder()
                .add("sub", sub)
                .add("roles", array(roles))
                .add("departments", array(departments))
                .add("sources", array(sources))
                .add("bodies", array(bodies));
        return (vendor == null ? claims.addNull("vendor") : claims.add("vendor", vendor))
                .build()
                .toString();
    }

    /** Sorted, so that equal callers have equal claims. */
    private static JsonArrayBuilder array(Set<String> names) {
        return Json.createArrayBuilder(new TreeSet<>(names));
    }
}
