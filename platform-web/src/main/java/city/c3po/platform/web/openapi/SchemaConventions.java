package city.c3po.platform.web.openapi;

import city.c3po.platform.event.Action;
import city.c3po.platform.event.Derived;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * Makes the schemas say what the Java types say: which members are always there, which may be null, what an action is
 * called, what a merge patch may change.
 */
final class SchemaConventions {
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName DERIVED = DotName.createSimple(Derived.class);
    private static final DotName ACTION = DotName.createSimple(Action.class);
    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    private static final String REF = "#/components/schemas/";
    private static final String PATCHED = "patched";
    private static final String NOT_BLANK = "\\S";

    private static final DotName UNWRAPPED = DotName.createSimple(JsonUnwrapped.class);

    private final Components components;
    private final IndexView index;
    private final Map<String, Schema> schemas;
    /** By the name of the schema, then of the class: an index may know a class from two places. */
    private final Map<String, Map<DotName, ClassInfo>> classes = new HashMap<>();

    SchemaConventions(Components components, IndexView index) {
        this.components = components;
        this.index = index;
        this.schemas = new TreeMap<>(components.getSchemas() == null ? Map.of() : components.getSchemas());
        for (var type : index.getKnownClasses()) {
            if (type.isRecord() || type.isEnum()) {
                classes.computeIfAbsent(name(type), unused -> new HashMap<>()).put(type.name(), type);
            }
        }
    }

    void apply() {
        schemas.replaceAll((name, schema) -> switch (name) {
            case "JsonNode" -> anything();
            // The scan leaves it as a reference to itself.
            case "ZoneId" -> zone();
            // Where a service names the class, the scan adds what only Java knows to what openapi.yaml says.
            case "Problem" -> told(schema);
            default -> schema;
        });
        schemas.forEach(this::sayWhatMayBeNull);
        schemas.forEach(this::nameActions);
        schemas.values().forEach(SchemaConventions::rectifyPatterns);
        schemas.replaceAll(this::patch);
        components.setSchemas(schemas);
    }

    private static String name(ClassInfo type) {
        return Optional.ofNullable(type.declaredAnnotation(SCHEMA))
                .map(schema -> schema.value("name"))
                .map(value -> value.asString())
                .orElse(type.simpleName());
    }

    private static Schema anything() {
        return OASFactory.createSchema().description("Any JSON value.");
    }

    private static Schema told(Schema problem) {
        problem.removeProperty("facts");
        problem.getProperties().get("status").setFormat(null);
        return problem;
    }

    private static Schema zone() {
        return OASFactory.createSchema()
                .addType(SchemaType.STRING)
                .description("A time zone of the IANA database.")
                .examples(List.of("America/Los_Angeles"));
    }

    private void sayWhatMayBeNull(String name, Schema schema) {
        members(name, schema).forEach((member, component) -> {
            var property = schema.getProperties().get(member);
            if (isNullable(component)) {
                if (!component.hasAnnotation(DERIVED)) {
                    schema.addProperty(member, orNull(property));
                }
            } else if (property.getDefaultValue() == null) {
                require(schema, member);
            } else if (schema.getRequired() != null) {
                schema.removeRequired(member);
            }
        });
    }

    private static void require(Schema schema, String name) {
        if (schema.getRequired() == null || !schema.getRequired().contains(name)) {
            schema.addRequired(name);
        }
    }

    private static boolean isNullable(RecordComponentInfo component) {
        return component.type().hasAnnotation(NULLABLE);
    }

    /** The components of the record that a schema was made of; none when the name alone does not tell which. */
    private Map<String, RecordComponentInfo> members(String name, Schema schema) {
        if (schema.getProperties() == null) {
            return Map.of();
        }
        var candidates = classes.getOrDefault(name, Map.of()).values().stream()
                .filter(ClassInfo::isRecord)
                .map(this::members)
                .filter(members ->
                        members.keySet().equals(schema.getProperties().keySet()))
                .toList();
        return candidates.size() == 1 ? candidates.getFirst() : Map.of();
    }

    /** As in JSON: the components of an unwrapped part stand beside the others. */
    private Map<String, RecordComponentInfo> members(ClassInfo type) {
        var members = new LinkedHashMap<String, RecordComponentInfo>();
        for (var component : type.recordComponentsInDeclarationOrder()) {
            var part = component.hasAnnotation(UNWRAPPED)
                    ? index.getClassByName(component.type().name())
                    : null;
            if (part != null && part.isRecord()) {
                members.putAll(members(part));
            } else {
                members.put(component.name(), component);
            }
        }
        return members;
    }

    private static Schema orNull(Schema schema) {
        if (schema.getRef() != null) {
            var reference = OASFactory.createSchema().ref(schema.getRef());
            var nothing = OASFactory.createSchema().addType(SchemaType.NULL);
            return OASFactory.createSchema()
                    .description(schema.getDescription())
                    .examples(schema.getExamples())
                    .addAnyOf(reference)
                    .addAnyOf(nothing);
        }
        if (schema.getType() != null && !schema.getType().contains(SchemaType.NULL)) {
            schema.addType(SchemaType.NULL);
        }
        return schema;
    }

    private void nameActions(String name, Schema schema) {
        var actions = classes.getOrDefault(name, Map.of()).values().stream()
                .filter(ClassInfo::isEnum)
                .anyMatch(type -> type.interfaceNames().contains(ACTION));
        if (actions && schema.getEnumeration() != null) {
            schema.setEnumeration(schema.getEnumeration().stream()
                    .<Object>map(
                            action -> action.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .toList());
        }
    }

    /**
     * Bean Validation matches a pattern against the whole text, JSON Schema against any part of it; and its digits
     * become a pattern that means nothing on a number.
     */
    private static void rectifyPatterns(@Nullable Schema schema) {
        if (schema == null) {
            return;
        }
        var pattern = schema.getPattern();
        if (pattern != null && schema.getType() != null) {
            if (!schema.getType().contains(SchemaType.STRING)) {
                schema.setPattern(null);
            } else if (!pattern.equals(NOT_BLANK) && !pattern.startsWith("^")) {
                schema.setPattern("^(?:" + pattern + ")$");
            }
        }
        rectifyPatterns(schema.getItems());
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(SchemaConventions::rectifyPatterns);
        }
    }

    /** In the place of a merge patch: all members of what is patched, none of them required. */
    private Schema patch(String name, Schema schema) {
        if (!name.startsWith("MergePatch") || schema.getProperties() == null) {
            return schema;
        }
        var patched = schema.getProperties().get(PATCHED);
        if (patched == null || patched.getRef() == null) {
            return schema;
        }
        var whole = schemas.get(patched.getRef().substring(REF.length()));
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("What shall be different (RFC 7396): members left out stay, null removes.")
                .properties(new LinkedHashMap<>(whole.getProperties()));
    }
}
