package city.c3po.platform.web;

import city.c3po.platform.rule.Convention;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Validator;

/** A merge patch as it came. */
final class ReadMergePatch<T> extends MergePatch<T> {
    private final ObjectNode patch;
    private final JavaType type;
    private final ObjectMapper json;
    private final Validator validator;

    ReadMergePatch(ObjectNode patch, JavaType type, ObjectMapper json, Validator validator) {
        this.patch = patch;
        this.type = type;
        this.json = json;
        this.validator = validator;
    }

    @Override
    public T appliedTo(T present) {
        T result = read(merged(json.valueToTree(present), patch));
        var broken = validator.validate(result);
        if (!broken.isEmpty()) {
            throw Convention.INVALID_VALUES.violated(Faults.of(broken, ""));
        }
        return result;
    }

    private T read(JsonNode merged) {
        try {
            return json.treeToValue(merged, type);
        } catch (JacksonException e) {
            throw BodyFaults.of(e);
        }
    }

    /** The algorithm of RFC 7396, section 2. */
    static JsonNode merged(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        var result = target instanceof ObjectNode present ? present.deepCopy() : changes.objectNode();
        changes.properties().forEach(change -> {
            if (change.getValue().isNull()) {
                result.remove(change.getKey());
            } else {
                result.set(change.getKey(), merged(result.path(change.getKey()), change.getValue()));
            }
        });
        return result;
    }
}
