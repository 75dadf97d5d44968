package city.c3po.platform.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The service's JSON without what is {@link Derived}: the form in which the journal keeps facts and states. */
@Singleton
public class JournalJson {
    private final ObjectMapper mapper;

    public JournalJson(ObjectMapper rest) {
        this.mapper = rest.copy().setAnnotationIntrospector(new WithoutDerived());
    }

    public String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be journalled: " + value.getClass(), e);
        }
    }

    public @Nullable JsonNode read(@Nullable String json) {
        try {
            return json == null ? null : mapper.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the journal holds what is no JSON", e);
        }
    }

    private static final class WithoutDerived extends JacksonAnnotationIntrospector {
        @Override
        public boolean hasIgnoreMarker(AnnotatedMember member) {
            return member.hasAnnotation(Derived.class) || super.hasIgnoreMarker(member);
        }
    }
}
