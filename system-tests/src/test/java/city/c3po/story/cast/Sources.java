package city.c3po.story.cast;

import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.story.suite.RunningSuite;

/** Systems whose files inventory takes, once somebody has said what they are. */
public final class Sources {
    private Sources() {}

    public static void register(RunningSuite suite, String code) {
        register(suite, code, "");
    }

    /**
     * Known from an earlier story, or new.
     *
     * @param more of what there is to say of it, each after a comma
     */
    public static void register(RunningSuite suite, String code, String more) {
        var admin = suite.door().as("policy-admin");
        var path = "/v1/sources/" + code;
        var known = admin.get(path);
        var body = Proposals.json("{\"name\": \"%s\", \"cadenceHours\": 24%s}".formatted(code, more));
        var seen = known.status() == 404 ? admin.with("If-None-Match", "*") : admin.ifMatch(known);
        assertTrue(seen.put(path, body).succeeded(), code);
    }
}
