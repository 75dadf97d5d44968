package city.c3po.charter.charter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * RFC 8785: one text for one meaning, so that anybody with any JSON library reckons the same hash. What is not said is
 * left out before, so that a field that the service learns later changes no old hash.
 */
@Singleton
public class Canonical {
    private final ObjectMapper json;

    public Canonical(ObjectMapper json) {
        this.json = json;
    }

    public String text(Object value) {
        try {
            JsonNode tree = json.valueToTree(value);
            return new JsonCanonicalizer(json.writeValueAsString(withoutNulls(tree))).getEncodedString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be canonical: " + value.getClass(), e);
        } catch (IOException e) {
            throw new IllegalStateException("no JSON that RFC 8785 knows", e);
        }
    }

    public static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static JsonNode withoutNulls(JsonNode node) {
        switch (node) {
            case ObjectNode object -> {
                object.properties().removeIf(member -> member.getValue().isNull());
                object.forEach(Canonical::withoutNulls);
            }
            case ArrayNode array -> array.forEach(Canonical::withoutNulls);
            default -> {}
        }
        return node;
    }
}
