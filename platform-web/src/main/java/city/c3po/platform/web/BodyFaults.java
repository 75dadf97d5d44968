package city.c3po.platform.web;

import city.c3po.platform.rule.Fault;
import city.c3po.platform.rule.RuleViolation;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What Jackson found wrong with a body, in the words of the API: no class name leaves the house. */
final class BodyFaults {
    private BodyFaults() {}

    static RuntimeException of(JacksonException e) {
        return switch (e) {
            case StreamConstraintsException tooMuch -> constraint(tooMuch);
            case PropertyBindingException unknown ->
                Refusal.UNKNOWN_MEMBER.refused(new Fault(
                        Faults.pointer(unknown),
                        Refusal.UNKNOWN_MEMBER.code(),
                        "There is no member \"%s\" here.".formatted(unknown.getPropertyName())));
            case ValueInstantiationException refused
            when refused.getCause() instanceof RuleViolation violation -> violation;
            case ValueInstantiationException refused -> wrongShape(refused, "The value cannot be taken.");
            case InvalidFormatException text
            when text.getValue() instanceof String && text.getTargetType() == String.class ->
                wrongShape(text, "The text has a character that may not be there: a control character or half a pair.");
            case InvalidFormatException value -> wrongShape(value, expected(value));
            case MismatchedInputException trailing
            when String.valueOf(trailing.getOriginalMessage()).startsWith("Trailing token") -> syntax(trailing);
            case MismatchedInputException shape -> wrongShape(shape, expected(shape));
            case JsonMappingException mapping when mapping.getCause() instanceof JacksonException cause -> of(cause);
            case JsonMappingException mapping -> wrongShape(mapping, "The value cannot be taken.");
            default -> syntax(e);
        };
    }

    private static RuntimeException constraint(StreamConstraintsException e) {
        var detail = e.getOriginalMessage().contains("nesting depth")
                ? "The body nests deeper than %d levels.".formatted(JsonConventions.MAX_DEPTH)
                : "A number, name or text in the body is too long.";
        return Refusal.UNREADABLE_BODY.refused(new Fault("", "too-large", detail));
    }

    private static RuntimeException syntax(JacksonException e) {
        var at = e.getLocation();
        var where = at == null || at.getLineNr() < 1
                ? ""
                : " Line %d, column %d.".formatted(at.getLineNr(), at.getColumnNr());
        // Jackson's own sentence names its features and classes; only this one helps a caller.
        var duplicate = String.valueOf(e.getOriginalMessage()).startsWith("Duplicate field");
        return Refusal.UNREADABLE_BODY.refused(new Fault(
                "",
                duplicate ? "duplicate-member" : "not-json",
                (duplicate ? e.getOriginalMessage().replace("field", "member") + "." : "This is no JSON.") + where));
    }

    private static RuntimeException wrongShape(JsonMappingException e, String detail) {
        return Refusal.WRONG_SHAPE.refused(new Fault(Faults.pointer(e), "wrong-shape", detail));
    }

    private static String expected(MismatchedInputException e) {
        var type = e.getTargetType();
        if (type == null) {
            return "The value has the wrong type.";
        }
        if (type.isEnum()) {
            return "One of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(c -> ((Enum<?>) c).name())
                            .collect(Collectors.joining(", "))
                    + ".";
        }
        return "Expected " + inWords(type) + ".";
    }

    private static String inWords(Class<?> type) {
        if (CharSequence.class.isAssignableFrom(type)) {
            return "text";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number";
        }
        if (Iterable.class.isAssignableFrom(type) || type.isArray()) {
            return "an array";
        }
        return switch (type.getSimpleName()) {
            case "Instant", "OffsetDateTime" -> "an instant such as 2026-03-01T17:00:00Z";
            case "LocalDate" -> "a date such as 2026-03-01";
            case "UUID" -> "a UUID";
            case "Month", "Year", "YearMonth", "Duration", "Period", "LocalTime" ->
                "a " + type.getSimpleName().toLowerCase(Locale.ROOT) + " in ISO 8601";
            default -> "an object";
        };
    }
}
