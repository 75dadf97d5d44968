package city.c3po.local.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The realm {@code city} as this machine imports it: the city's file, with the local one laid over it. */
public final class Realm {
    public static final String NAME = "city";
    static final String LOGIN_CLIENT = "c3po-cli";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode merged;

    private Realm(ObjectNode merged) {
        this.merged = merged;
    }

    public static Realm local() {
        var merged = read("/realm-city.json");
        read("/realm-local.json").properties().forEach(entry -> {
            if (entry.getValue() instanceof ArrayNode more && merged.get(entry.getKey()) instanceof ArrayNode present) {
                present.addAll(more);
            } else {
                merged.set(entry.getKey(), entry.getValue());
            }
        });
        return new Realm(merged);
    }

    public List<String> users() {
        return each("users")
                .filter(user -> !user.has("serviceAccountClientId"))
                .map(user -> user.get("username").asText())
                .toList();
    }

    /** Clients that have a secret and fetch tokens for themselves. */
    public List<String> systems() {
        return each("clients")
                .filter(client -> client.path("serviceAccountsEnabled").asBoolean())
                .map(client -> client.get("clientId").asText())
                .toList();
    }

    public String subject(String user) {
        return each("users")
                .filter(candidate -> candidate.get("username").asText().equals(user))
                .map(candidate -> candidate.get("id").asText())
                .findFirst()
                .orElseThrow();
    }

    public String redirect() {
        return each("clients")
                .filter(client -> client.get("clientId").asText().equals(LOGIN_CLIENT))
                .map(client -> client.get("redirectUris").get(0).asText())
                .findFirst()
                .orElseThrow();
    }

    public String json() {
        return merged.toPrettyString();
    }

    private Stream<JsonNode> each(String field) {
        return StreamSupport.stream(merged.get(field).spliterator(), false);
    }

    private static ObjectNode read(String resource) {
        try (var in = Objects.requireNonNull(Realm.class.getResourceAsStream(resource))) {
            return (ObjectNode) JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
