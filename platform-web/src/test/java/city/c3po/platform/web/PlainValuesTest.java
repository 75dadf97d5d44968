package city.c3po.platform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import city.c3po.platform.event.JsonColumns;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainValuesTest {
    private final JsonMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new PlainValues())
            .build();

    @Test
    void theYearsOfACityAreTaken() throws Exception {
        assertEquals(LocalDate.of(1900, 1, 1), json.readValue("\"1900-01-01\"", LocalDate.class));
        assertEquals(LocalDate.of(2999, 12, 31), json.readValue("\"2999-12-31\"", LocalDate.class));
        assertEquals(Instant.parse("2999-12-31T23:59:59Z"), json.readValue("\"2999-12-31T23:59:59Z\"", Instant.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1899-12-31", "3000-01-01", "+999999999-12-31", "-0001-01-01"})
    void aDateOfAnotherAgeIsRefused(String date) {
        assertThrows(JsonMappingException.class, () -> json.readValue("\"" + date + "\"", LocalDate.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1899-12-31T23:59:59Z", "3000-01-01T00:00:00Z", "+1000000000-12-31T23:59:59Z"})
    void anInstantOfAnotherAgeIsRefused(String instant) {
        assertThrows(JsonMappingException.class, () -> json.readValue("\"" + instant + "\"", Instant.class));
    }

    @Test
    void textThatComesInIsBroughtIntoOneForm() throws Exception {
        assertEquals("one\ntwo", json.readValue("\" one\\r\\ntwo \"", String.class));
        assertThrows(JsonMappingException.class, () -> json.readValue("\"a\\u0007\"", String.class));
    }

    @Test
    void textThatWasStoredStaysAsItIs() throws Exception {
        var stored = json.readerFor(String.class).withAttribute(JsonColumns.STORED, true);

        assertEquals(" one\r\ntwo ", stored.readValue("\" one\\r\\ntwo \""));
    }
}
