package city.c3po.gateway.openapi;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One service's OpenAPI document: the bytes as the service wrote them, which can be opened. Two are equal when the same
 * service wrote the same bytes.
 */
public final class ServiceDocument {
    /** Keeps every digit of a number, and refuses a key that comes twice: readers would disagree which one counts. */
    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern TEMPLATE = Pattern.compile("(/([A-Za-z0-9._~!$&'()*+,=:@-]+|\\{[^/{}]+}))+");
    private static final Set<String> DIALECTS = Set.of(
            "", "https://spec.openapis.org/oas/3.1/dialect/base", "https://json-schema.org/draft/2020-12/schema");

    private final String service;
    private final byte[] bytes;
    private final String digest;
    private final String version;
    private final List<String> unroutedPaths;

    private ServiceDocument(String service, byte[] bytes, ObjectNode tree) {
        this.service = service;
        this.bytes = bytes;
        this.digest = sha256(bytes);
        this.version = tree.path("info").path("version").asText();
        this.unroutedPaths = OpenDocument.of(service, tree).unroutedPaths();
    }

    /** @throws DocumentRefused when the bytes are not an OpenAPI 3.1 document that can be routed */
    public static ServiceDocument read(String service, byte[] bytes) {
        if (!KEY.matcher(service).matches()) {
            throw new DocumentRefused("'" + service + "' is not a service key");
        }
        var tree = parse(bytes);
        if (!tree.path("openapi").asText().startsWith("3.1.")) {
            throw new DocumentRefused("not an OpenAPI 3.1 document");
        }
        if (!tree.path("info").path("version").isTextual()) {
            throw new DocumentRefused("info.version is missing");
        }
        if (!DIALECTS.contains(tree.path("jsonSchemaDialect").asText())) {
            throw new DocumentRefused("jsonSchemaDialect is not the default one");
        }
        tree.path("paths").properties().forEach(path -> {
            if (!path.getKey().startsWith("x-")) {
                checkPath(path.getKey(), path.getValue());
            }
        });
        return new ServiceDocument(service, bytes.clone(), tree);
    }

    private static ObjectNode parse(byte[] bytes) {
        try {
            if (JSON.readTree(bytes) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw new DocumentRefused("not readable as JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new DocumentRefused("not readable as JSON");
        }
        throw new DocumentRefused("not a JSON object");
    }

    private static void checkPath(String path, JsonNode item) {
        if (!TEMPLATE.matcher(path).matches()) {
            throw new DocumentRefused("path " + path + " is not made of whole literal and {template} segments");
        }
        if (!item.isObject() || item.has("$ref")) {
            throw new DocumentRefused("path " + path + " is not described in place");
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    public String service() {
        return service;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public boolean isOf(byte[] others) {
        return digest.equals(sha256(others));
    }

    public String digest() {
        return digest;
    }

    public String version() {
        return version;
    }

    /** Documented paths that the gateway does not route, because they are outside what may pass the door. */
    public List<String> unroutedPaths() {
        return unroutedPaths;
    }

    OpenDocument open() {
        return OpenDocument.of(service, parse(bytes));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ServiceDocument document
                && document.service.equals(service)
                && document.digest.equals(digest);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }

    @Override
    public String toString() {
        return service + " " + version() + " " + digest.substring(0, 12);
    }
}
