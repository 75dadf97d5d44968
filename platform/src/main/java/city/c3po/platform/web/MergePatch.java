package city.c3po.platform.web;

import city.c3po.platform.rule.Convention;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Validator;

/**
 * The body of a {@code PATCH} (RFC 7396): what shall be different in the editable part of a record. Members left out
 * stay as they are, {@code null} removes.
 *
 * @param <T> the editable part: a record whose constraints the result must keep
 */
public final class MergePatch<T> {
    private final ObjectNode patch;
    private final JavaType type;
    private final ObjectMapper json;
    private final Validator validator;

    MergePatch(ObjectNode patch, JavaType type, ObjectMapper json, Validator validator) {
        this.patch = patch;
        this.type = type;
        this.json = json;
        this.validator = validator;
    }

    /** The editable part as it shall be, validated; refuses with {@code invalid-values}. */
    public T appliedTo(T present) {
        var merged = merged(json.valueToTree(present), patch);
        T result;
        try {
            result = json.treeToValue(merged, type);
        } catch (JacksonException e) {
            throw BodyFaults.of(e);
        }
        var broken = validator.validate(result);
        if (!broken.isEmpty()) {
            throw Convention.INVALID_VALUES.violated(Faults.of(broken, ""));
        }
        return result;
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
                var before = result.path(change.getKey());
                result.set(change.getKey(), merged(before, change.getValue()));
            }
        });
        return result;
    }
}
