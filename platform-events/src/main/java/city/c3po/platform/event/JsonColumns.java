package city.c3po.platform.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.quarkus.hibernate.orm.JsonFormat;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.type.format.AbstractJsonFormatMapper;

/**
 * jsonb columns in the form the REST API speaks: ISO dates, not arrays of numbers. How a type is read and written is found
 * out once: a list of 25 records reads three hundred columns.
 */
@JsonFormat
@PersistenceUnitExtension
public class JsonColumns extends AbstractJsonFormatMapper {
    /** An attribute of whatever reads a column: this was ours before, so its texts are in the one form already. */
    public static final String STORED = JsonColumns.class.getName();

    private final ObjectMapper mapper;
    private final Map<Type, ObjectReader> readers = new ConcurrentHashMap<>();
    private final Map<Type, ObjectWriter> writers = new ConcurrentHashMap<>();

    JsonColumns(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    protected <T> T fromString(CharSequence text, Type type) {
        try {
            return readers.computeIfAbsent(type, this::reader).readValue(text.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a column does not read as " + type, e);
        }
    }

    @Override
    protected <T> String toString(T value, Type type) {
        try {
            return writers.computeIfAbsent(type, this::writer).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a column cannot be written from " + type, e);
        }
    }

    private ObjectReader reader(Type type) {
        return mapper.readerFor(mapper.constructType(type)).withAttribute(STORED, true);
    }

    private ObjectWriter writer(Type type) {
        return mapper.writerFor(mapper.constructType(type));
    }
}
