package city.c3po.platform.web.openapi;

import city.c3po.platform.web.Preconditions;
import city.c3po.platform.web.Write;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponses;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/** The Java method behind an operation, found by its operation id. */
final class ResourceMethods {
    private static final DotName OPERATION = DotName.createSimple(Operation.class);
    private static final DotName RESPONSE = DotName.createSimple(APIResponse.class);
    private static final DotName RESPONSES = DotName.createSimple(APIResponses.class);
    private static final DotName WRITE = DotName.createSimple(Write.class);
    private static final DotName PRECONDITIONS = DotName.createSimple(Preconditions.class);

    private final Map<String, MethodInfo> byOperation = new HashMap<>();

    ResourceMethods(IndexView index) {
        for (var operation : index.getAnnotations(OPERATION)) {
            var id = operation.value("operationId");
            if (id != null && operation.target().kind() == AnnotationTarget.Kind.METHOD) {
                byOperation.put(id.asString(), operation.target().asMethod());
            }
        }
    }

    /** A success that the resource documents by itself stays as it is. */
    boolean saysItsSuccess(@Nullable String operationId) {
        return method(operationId)
                .filter(method -> method.annotations(RESPONSE).stream()
                                .anyMatch(response -> response.value("responseCode") != null
                                        && response.value("responseCode")
                                                .asString()
                                                .startsWith("2"))
                        || method.hasAnnotation(RESPONSES))
                .isPresent();
    }

    boolean writes(@Nullable String operationId) {
        return method(operationId)
                .filter(method ->
                        method.hasAnnotation(WRITE) || method.declaringClass().hasDeclaredAnnotation(WRITE))
                .isPresent();
    }

    /** {@code @Write(creates = true)} on a {@code PUT}. */
    boolean creates(@Nullable String operationId) {
        return method(operationId)
                .map(method -> method.annotation(WRITE))
                .map(write -> write.value("creates"))
                .filter(creates -> creates != null && creates.asBoolean())
                .isPresent();
    }

    /** Whether the resource looks at If-Match at all. */
    boolean heedsPreconditions(@Nullable String operationId) {
        return method(operationId)
                .filter(method -> method.declaringClass().fields().stream()
                        .anyMatch(field -> field.type().name().equals(PRECONDITIONS)))
                .isPresent();
    }

    private Optional<MethodInfo> method(@Nullable String operationId) {
        return Optional.ofNullable(byOperation.get(operationId));
    }
}
