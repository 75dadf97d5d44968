package city.c3po.platform.web;

import city.c3po.platform.event.Derived;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/**
 * JSON as the API speaks it: nothing is guessed. Unknown and repeated members, numbers as text, trailing content and
 * deep nesting are refused; decimals keep their places; enums go by their names.
 */
@Singleton
class JsonConventions implements ObjectMapperCustomizer {
    static final int MAX_DEPTH = 64;
    private static final int MAX_NUMBER_LENGTH = 100;

    @Override
    public int priority() {
        // After Quarkus' own, whose defaults are milder.
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper json) {
        var factory = json.getFactory();
        factory.setStreamReadConstraints(StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxNumberLength(MAX_NUMBER_LENGTH)
                .build());
        // RFC 8259 knows UTF-8 only; guessing at UTF-16 would let it in by the back door.
        factory.disable(JsonFactory.Feature.CHARSET_DETECTION);
        json.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        json.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
        json.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        json.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        json.disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);
        json.setConfig(json.getDeserializationConfig().without(MapperFeature.ALLOW_COERCION_OF_SCALARS));
        for (var scalar : new LogicalType[] {LogicalType.Textual, LogicalType.Enum, LogicalType.DateTime}) {
            var coercions = json.coercionConfigFor(scalar);
            for (var shape : new CoercionInputShape[] {
                CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean
            }) {
                coercions.setCoercion(shape, CoercionAction.Fail);
            }
        }
        json.configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);
        json.setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));
        json.setAnnotationIntrospector(AnnotationIntrospector.pair(
                new LeavingOutUnderived(), json.getSerializationConfig().getAnnotationIntrospector()));
        json.registerModule(new PlainValues());
    }

    /** What depends on reader or time has no value in the past: there it is left out, not shown as null. */
    private static final class LeavingOutUnderived extends NopAnnotationIntrospector {
        @Override
        public JsonInclude.Value findPropertyInclusion(Annotated annotated) {
            return annotated.hasAnnotation(Derived.class)
                    ? JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS)
                    : JsonInclude.Value.empty();
        }
    }
}
