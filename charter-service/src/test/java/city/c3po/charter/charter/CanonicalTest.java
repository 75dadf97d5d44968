package city.c3po.charter.charter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;

class CanonicalTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();
    private static final Canonical CANONICAL = new Canonical(JSON);

    /** RFC 8785, section 3.2.2 and 3.2.3, with the null of its literals as text: absent members are left out here. */
    @Test
    void the_example_of_the_rfc_comes_out_as_the_rfc_says() throws Exception {
        var given = read("""
                {"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                 "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                 "literals": [true, false]}""");
        assertEquals(
                "{\"literals\":[true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}",
                CANONICAL.text(given));
    }

    /** RFC 8785, section 3.2.3: by UTF-16 code units. */
    @Test
    void members_are_sorted_by_code_units() throws Exception {
        var given = read("""
                {"\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew Letter Dalet With Dagesh",
                 "1": "One", "\\ud83d\\ude00": "Emoji: Grinning Face", "\\u0080": "Control", "\\u00f6": "Latin Small Letter O With Diaeresis"}""");
        assertEquals(
                "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"Latin Small Letter O With Diaeresis\","
                        + "\"€\":\"Euro Sign\",\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}",
                CANONICAL.text(given));
    }

    @Test
    void order_and_absent_members_do_not_matter_but_values_do() throws Exception {
        var one = hash("{\"b\": 1.50, \"a\": {\"x\": null, \"y\": [{\"z\": null}]}}");
        assertEquals(one, hash("{\"a\": {\"y\": [{}]}, \"b\": 1.5}"));
        assertNotEquals(one, hash("{\"a\": {\"y\": []}, \"b\": 1.5}"));
        assertNotEquals(one, hash("{\"a\": {\"y\": [{}]}, \"b\": \"1.5\"}"));
    }

    private static String hash(String json) throws Exception {
        return Canonical.sha256(CANONICAL.text(read(json)));
    }

    private static JsonNode read(String json) throws Exception {
        return JSON.readTree(json);
    }
}
