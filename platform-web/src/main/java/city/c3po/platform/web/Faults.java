package city.c3po.platform.web;

import city.c3po.platform.rule.Fault;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

/** Says where in a body something is wrong: RFC 6901 pointers from the paths of Bean Validation and Jackson. */
final class Faults {
    private Faults() {}

    /** One fault per broken constraint, in a stable order. */
    static List<Fault> of(Collection<? extends ConstraintViolation<?>> violations, String under) {
        return violations.stream()
                .map(violation -> new Fault(
                        under + pointer(violation.getPropertyPath()), code(violation), violation.getMessage()))
                .sorted(Comparator.comparing(Fault::pointer).thenComparing(Fault::code))
                .toList();
    }

    /** {@code @NotBlank} → {@code not-blank}. */
    static String code(ConstraintViolation<?> violation) {
        var name = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }

    static String pointer(Path path) {
        var pointer = new StringBuilder();
        for (var step : path) {
            if (step.getIndex() != null) {
                pointer.append('/').append(step.getIndex());
            } else if (step.getKey() != null) {
                pointer.append('/').append(escaped(step.getKey().toString()));
            }
            if (step.getKind() == ElementKind.PROPERTY) {
                pointer.append('/').append(escaped(step.getName()));
            }
        }
        return pointer.toString();
    }

    static String pointer(JsonMappingException e) {
        var pointer = new StringBuilder();
        for (var step : e.getPath()) {
            pointer.append('/').append(step.getFieldName() == null ? step.getIndex() : escaped(step.getFieldName()));
        }
        return pointer.toString();
    }

    static List<Path.Node> nodes(Path path) {
        return StreamSupport.stream(path.spliterator(), false).toList();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
