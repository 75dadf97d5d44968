package city.c3po.reporting.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

class CanonicalTest {
    private static String canonical(String json) throws JsonProcessingException {
        return Canonical.of(JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build()
                .readTree(json));
    }

    @Test
    void hasOneForm() throws JsonProcessingException {
        assertEquals(
                "{\"a\":[1,null,true],\"b\":{\"x\":0.5,\"y\":500000},\"é\":\"\u20ac\"}",
                canonical("{ \"\\u00e9\" : \"\\u20ac\", \"b\":{\"y\":500000.00,\"x\":5e-1}, \"a\":[1.0,null,true]}"));
    }

    /** From RFC 8785, 3.2.3. */
    @Test
    void sortsByUtf16() throws JsonProcessingException {
        assertEquals(
                "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"\u00f6\":\"Latin\",\"\u20ac\":\"Euro\",\"\ud83d\ude00\":\"Smiley\",\"\ufb33\":\"Hebrew\"}",
                canonical(
                        "{\"\\u20ac\":\"Euro\",\"\\r\":\"Carriage Return\",\"\\ufb33\":\"Hebrew\",\"1\":\"One\",\"\\ud83d\\ude00\":\"Smiley\",\"\\u0080\":\"Control\",\"\\u00f6\":\"Latin\"}"));
    }

    @Test
    void escapesAsTheStandardDoes() throws JsonProcessingException {
        assertEquals(
                "\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\\u001b\\\\u00AB\"",
                canonical("\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\\u001B\\\\u00AB\""));
    }

    @Test
    void numbersOfManyKinds() throws JsonProcessingException {
        assertEquals("[0,-0.05,12.5,1000000,33.3333]", canonical("[0.00,-0.05,12.50,1e6,33.3333]"));
    }
}
