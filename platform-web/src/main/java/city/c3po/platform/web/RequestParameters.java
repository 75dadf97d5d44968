package city.c3po.platform.web;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which parameters a resource method knows. Whatever has no annotation is the body. */
record RequestParameters(Map<Integer, String> byPosition, Set<String> query, Set<String> several) {
    private static final Map<Method, RequestParameters> KNOWN = new ConcurrentHashMap<>();

    static RequestParameters of(Method method) {
        return KNOWN.computeIfAbsent(method, RequestParameters::read);
    }

    /** The name of the parameter at this position of the method; empty for the body. */
    Optional<String> at(int position) {
        return Optional.ofNullable(byPosition.get(position));
    }

    private static RequestParameters read(Method method) {
        var found = new RequestParameters(new HashMap<>(), new HashSet<>(), new HashSet<>());
        var parameters = method.getParameters();
        for (int position = 0; position < parameters.length; position++) {
            found.add(position, parameters[position]);
        }
        return found;
    }

    private void add(int position, Parameter parameter) {
        if (parameter.isAnnotationPresent(BeanParam.class)) {
            byPosition.put(position, parameter.getName());
            for (var type = parameter.getType(); type != Object.class; type = type.getSuperclass()) {
                for (var field : type.getDeclaredFields()) {
                    addQuery(field, field.getType());
                }
            }
            return;
        }
        addQuery(parameter, parameter.getType());
        name(parameter).ifPresent(name -> byPosition.put(position, name));
    }

    private void addQuery(AnnotatedElement element, Class<?> type) {
        var parameter = element.getAnnotation(QueryParam.class);
        if (parameter != null) {
            query.add(parameter.value());
            if (Collection.class.isAssignableFrom(type) || type.isArray()) {
                several.add(parameter.value());
            }
        }
    }

    private static Optional<String> name(Parameter parameter) {
        for (var annotation : parameter.getAnnotations()) {
            switch (annotation) {
                case QueryParam query -> {
                    return Optional.of(query.value());
                }
                case PathParam path -> {
                    return Optional.of(path.value());
                }
                case HeaderParam header -> {
                    return Optional.of(header.value());
                }
                case CookieParam cookie -> {
                    return Optional.of(cookie.value());
                }
                case Context context -> {
                    return Optional.of(parameter.getName());
                }
                default -> {}
            }
        }
        return Optional.empty();
    }
}
