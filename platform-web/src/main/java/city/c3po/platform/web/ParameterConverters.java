package city.c3po.platform.web;

import city.c3po.platform.rule.Convention;
import city.c3po.platform.rule.Fault;
import city.c3po.platform.value.Text;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads path and query parameters. An id that is none names no record: 404. A query parameter that cannot be read is
 * named: 400.
 */
@Provider
class ParameterConverters implements ParamConverterProvider {
    /** How a parameter of one type is written, and how it is read. */
    private record Form<T>(String example, Function<String, T> reading) {}

    private static final Map<Class<?>, Form<?>> FORMS = Map.ofEntries(
            Map.entry(String.class, new Form<>("text without control characters", Text::normalised)),
            Map.entry(UUID.class, new Form<>("a UUID", ParameterConverters::uuid)),
            Map.entry(
                    Instant.class,
                    new Form<>("an instant such as 2026-03-01T17:00:00Z", text -> Times.within(Instant.parse(text)))),
            Map.entry(
                    LocalDate.class,
                    new Form<>("a date such as 2026-03-01", text -> Times.within(LocalDate.parse(text)))),
            Map.entry(BigDecimal.class, new Form<>("a number such as 500000.00", ParameterConverters::decimal)),
            Map.entry(Integer.class, new Form<>("a whole number", Integer::valueOf)),
            Map.entry(int.class, new Form<>("a whole number", Integer::valueOf)),
            Map.entry(Long.class, new Form<>("a whole number", Long::valueOf)),
            Map.entry(long.class, new Form<>("a whole number", Long::valueOf)),
            Map.entry(Boolean.class, new Form<>("true or false", ParameterConverters::truth)),
            Map.entry(boolean.class, new Form<>("true or false", ParameterConverters::truth)));

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        var form = (Form<T>) (type.isEnum() ? constants(type) : FORMS.get(type));
        return form == null ? null : new Converter<>(form, refusal(annotations, form));
    }

    private record Converter<T>(Form<T> form, Function<Exception, RuntimeException> refusal)
            implements ParamConverter<T> {
        @Override
        public @Nullable T fromString(@Nullable String text) {
            if (text == null) {
                return null;
            }
            try {
                return requireSome(form.reading().apply(text));
            } catch (RuntimeException e) {
                throw refusal.apply(e);
            }
        }

        /** What is only blank names nothing. */
        private static <T> T requireSome(T value) {
            if (value instanceof String text && text.isEmpty()) {
                throw new IllegalArgumentException("blank");
            }
            return value;
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }

    private static Function<Exception, RuntimeException> refusal(Annotation[] annotations, Form<?> form) {
        for (var annotation : annotations) {
            if (annotation instanceof QueryParam query) {
                return e -> Refusal.BAD_PARAMETER.refused(
                        new Fault(query.value(), Refusal.BAD_PARAMETER.code(), "Expected " + form.example() + "."));
            }
            if (annotation instanceof PathParam) {
                return e -> Convention.NOT_FOUND.violated();
            }
        }
        return e -> Refusal.BAD_PARAMETER.refused(
                new Fault("", Refusal.BAD_PARAMETER.code(), "Expected " + form.example() + "."));
    }

    private static <T> Form<T> constants(Class<T> type) {
        var byName = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(constant -> ((Enum<?>) constant).name(), Function.identity()));
        var names = Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .collect(Collectors.joining(", "));
        return new Form<>("one of " + names, name -> {
            var constant = byName.get(name);
            if (constant == null) {
                throw new IllegalArgumentException(name);
            }
            return constant;
        });
    }

    /** The JDK also takes {@code 1-1-1-1-1}; two spellings of one id are one too many. */
    private static UUID uuid(String text) {
        var id = UUID.fromString(text);
        if (!id.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException(text);
        }
        return id;
    }

    private static BigDecimal decimal(String text) {
        if (text.length() > 40 || !text.matches("-?\\d+(\\.\\d+)?")) {
            throw new IllegalArgumentException(text);
        }
        return new BigDecimal(text);
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }
}
