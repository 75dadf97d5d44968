package city.c3po.platform.web;

import city.c3po.platform.rule.Convention;
import city.c3po.platform.rule.Fault;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.HashSet;

/**
 * Reads a merge patch. What can be told from the patch alone (unknown members, wrong types, values that break their
 * constraint) is refused here, before any record is looked for, as for every other body.
 */
@Provider
@Consumes(MediaTypes.MERGE_PATCH)
class MergePatchReader implements MessageBodyReader<MergePatch<?>> {
    private final ObjectMapper json;
    private final Validator validator;

    @Inject
    MergePatchReader(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == MergePatch.class;
    }

    @Override
    public MergePatch<?> readFrom(
            Class<MergePatch<?>> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream in)
            throws IOException {
        var edited = json.constructType(generic).containedType(0);
        if (!(json.readTree(in) instanceof ObjectNode patch)) {
            throw Refusal.WRONG_SHAPE.refused(new Fault("", "wrong-shape", "A merge patch is an object."));
        }
        requireShape(patch, edited);
        requireValues(patch, edited);
        return new ReadMergePatch<>(patch, edited, json, validator);
    }

    private void requireShape(ObjectNode patch, JavaType edited) {
        try {
            json.treeToValue(patch, edited);
        } catch (ValueInstantiationException e) {
            // The record refuses what is only a part of it: the whole is judged when the patch is applied.
        } catch (JacksonException e) {
            throw BodyFaults.of(e);
        }
    }

    private void requireValues(ObjectNode patch, JavaType edited) throws IOException {
        var broken = new HashSet<ConstraintViolation<?>>();
        for (var member : json.getDeserializationConfig().introspect(edited).findProperties()) {
            JsonNode value = patch.get(member.getName());
            if (value != null && !value.isObject()) {
                var read = json.treeToValue(value, member.getPrimaryType());
                broken.addAll(validator.validateValue(edited.getRawClass(), member.getInternalName(), read));
            }
        }
        if (!broken.isEmpty()) {
            throw Convention.INVALID_VALUES.violated(Faults.of(broken, ""));
        }
    }
}
