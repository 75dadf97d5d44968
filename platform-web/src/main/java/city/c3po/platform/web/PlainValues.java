package city.c3po.platform.web;

import city.c3po.platform.event.JsonColumns;
import city.c3po.platform.value.Text;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Text and numbers on their way in: text is brought into one form, numbers of absurd size are refused. */
final class PlainValues extends SimpleModule {
    /** Beyond any amount a city reckons with; {@code 1e999999999} would otherwise fill the memory when written out. */
    private static final int MAX_DIGITS = 40;

    PlainValues() {
        super("c3po-plain-values");
        addDeserializer(String.class, new Texts());
        addKeyDeserializer(String.class, new Keys());
        addDeserializer(BigDecimal.class, new Decimals());
        addDeserializer(LocalDate.class, new Bounded<>(LocalDate.class, LocalDateDeserializer.INSTANCE, Times::within));
        addDeserializer(Instant.class, new Bounded<>(Instant.class, InstantDeserializer.INSTANT, Times::within));
    }

    private static String normalised(String raw, DeserializationContext context) throws IOException {
        if (context.getAttribute(JsonColumns.STORED) != null) {
            return raw;
        }
        try {
            return Text.normalised(raw);
        } catch (IllegalArgumentException e) {
            return (String) context.handleWeirdStringValue(String.class, raw, "%s", e.getMessage());
        }
    }

    private static final class Texts extends StdScalarDeserializer<String> {
        Texts() {
            super(String.class);
        }

        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return StringDeserializer.instance.deserialize(parser, context);
            }
            return normalised(parser.getText(), context);
        }
    }

    private static final class Keys extends KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context) throws IOException {
            return normalised(key, context);
        }
    }

    private static final class Decimals extends StdScalarDeserializer<BigDecimal> {
        Decimals() {
            super(BigDecimal.class);
        }

        @Override
        public @Nullable BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var number = NumberDeserializers.BigDecimalDeserializer.instance.deserialize(parser, context);
            if (number != null && (Math.abs((long) number.scale()) > MAX_DIGITS || number.precision() > MAX_DIGITS)) {
                return (BigDecimal) context.handleWeirdNumberValue(
                        BigDecimal.class, number.precision(), "a number has at most %d digits", MAX_DIGITS);
            }
            return number;
        }
    }

    /** Days and instants as Jackson reads them, within the years that make sense. */
    private static final class Bounded<T> extends StdScalarDeserializer<T> {
        private final transient JsonDeserializer<T> reading;
        private final transient UnaryOperator<T> bounds;

        Bounded(Class<T> type, JsonDeserializer<T> reading, UnaryOperator<T> bounds) {
            super(type);
            this.reading = reading;
            this.bounds = bounds;
        }

        @Override
        @SuppressWarnings("unchecked")
        public @Nullable T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var value = reading.deserialize(parser, context);
            try {
                return value == null ? null : bounds.apply(value);
            } catch (DateTimeException e) {
                return (T) context.handleWeirdStringValue(handledType(), parser.getText(), "%s", e.getMessage());
            }
        }
    }
}
