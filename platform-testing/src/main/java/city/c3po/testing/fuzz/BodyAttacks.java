package city.c3po.testing.fuzz;

import city.c3po.testing.fuzz.Attack.Outcome;
import city.c3po.testing.http.Call;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What can be wrong with a body: as bytes, as JSON, and in each of its values. */
final class BodyAttacks {
    private static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);
    /** Above every limit of a field, below the limit of the body. */
    private static final int TOO_LONG = 300_000;

    private static final int ABOVE_ONE_MIB = 1_100_000;
    private static final String MARK = "\"a-mark-to-replace\"";

    private final Call base;
    private final String mediaType;
    private final JsonNode sample;
    private final List<Attack> attacks = new ArrayList<>();

    private BodyAttacks(Call base, String mediaType, JsonNode sample) {
        this.base = base;
        this.mediaType = mediaType;
        this.sample = sample;
    }

    /** @param sample a valid body */
    static List<Attack> of(Call base, String mediaType, JsonNode sample) {
        var all = new BodyAttacks(base, mediaType, sample);
        all.asBytes();
        if (mediaType.endsWith("json")) {
            all.asJson();
            all.inValues("", sample);
        }
        return all.attacks;
    }

    private void asBytes() {
        add("empty body", "", Outcome.REFUSED);
        add("body above 1 MiB", "{\"x\": \"" + "a".repeat(ABOVE_ONE_MIB) + "\"}", Outcome.CUT_OFF);
        attacks.add(new Attack("media type text/plain", base.body("text/plain", sample.toString()), Outcome.REFUSED));
        attacks.add(new Attack("media type that is none", base.body("nonsense", sample.toString()), Outcome.REFUSED));
        var bad = new ByteArrayOutputStream();
        bad.writeBytes("{\"x\": \"".getBytes(StandardCharsets.UTF_8));
        bad.writeBytes(new byte[] {(byte) 0xC3, (byte) 0x28, (byte) 0xFF});
        bad.writeBytes("\"}".getBytes(StandardCharsets.UTF_8));
        attacks.add(new Attack("bytes that are no UTF-8", base.body(mediaType, bad.toByteArray()), Outcome.REFUSED));
    }

    private void asJson() {
        var text = sample.toString();
        add("half a body", text.substring(0, text.length() / 2), Outcome.REFUSED);
        add("a body and a half", text + text.substring(0, text.length() / 2), Outcome.REFUSED);
        add("not JSON", "title=Fiber&amount=1", Outcome.REFUSED);
        add("null", "null", Outcome.REFUSED);
        add("a list", "[]", Outcome.REFUSED);
        add("a list of bodies", "[" + text + "]", Outcome.REFUSED);
        add("a string", "\"" + "x".repeat(50) + "\"", Outcome.REFUSED);
        add("a number", "42", Outcome.REFUSED);
        add("nesting above 64", "{\"x\": " + "[".repeat(70) + "]".repeat(70) + "}", Outcome.REFUSED);
        add("nesting of 20,000", "[".repeat(20_000) + "]".repeat(20_000), Outcome.REFUSED);
        if (sample.isObject() && !sample.isEmpty()) {
            var member = sample.properties().iterator().next();
            add(
                    "member " + member.getKey() + " twice",
                    "{\"%s\": %s, %s".formatted(member.getKey(), member.getValue(), text.substring(1)),
                    Outcome.ANY);
        }
    }

    /** Walks the sample and spoils one value after the other. */
    private void inValues(String pointer, JsonNode value) {
        if (value instanceof ObjectNode object) {
            var more = object.deepCopy();
            more.put("noSuchMember", "x");
            replace(pointer, more, "unknown member in ", Outcome.REFUSED);
            for (var member : object.properties()) {
                var fewer = object.deepCopy();
                fewer.remove(member.getKey());
                var below = pointer + "/" + member.getKey().replace("~", "~0").replace("/", "~1");
                replace(pointer, fewer, "without " + below + " in ", Outcome.ANY);
                spoil(below, member.getValue());
                inValues(below, member.getValue());
            }
        } else if (value instanceof ArrayNode array) {
            var many = JSON.arrayNode();
            for (var i = 0; i < 5_000; i++) {
                many.add(array.isEmpty() ? JSON.textNode("x") : array.get(0));
            }
            replace(pointer, many, "5,000 entries in ", Outcome.REFUSED);
            if (!array.isEmpty()) {
                spoil(pointer + "/0", array.get(0));
                inValues(pointer + "/0", array.get(0));
            }
        }
    }

    private void spoil(String pointer, JsonNode value) {
        replace(pointer, JSON.nullNode(), "null at ", Outcome.ANY);
        if (!value.isObject()) {
            replace(pointer, JSON.objectNode().put("x", 1), "an object at ", Outcome.REFUSED);
        }
        if (!value.isArray()) {
            replace(pointer, JSON.arrayNode().add(1), "a list at ", Outcome.REFUSED);
        } else {
            replace(pointer, JSON.textNode("x"), "a string at ", Outcome.REFUSED);
        }
        if (value.isObject()) {
            replace(pointer, JSON.textNode("x"), "a string at ", Outcome.REFUSED);
        }
        if (value.isBoolean()) {
            replace(pointer, JSON.textNode("perhaps"), "perhaps at ", Outcome.REFUSED);
        }
        if (value.isNumber()) {
            inNumber(pointer);
        }
        if (value.isTextual()) {
            inText(pointer);
        }
    }

    private void inNumber(String pointer) {
        replace(pointer, JSON.textNode("many"), "a word at ", Outcome.REFUSED);
        replace(pointer, JSON.numberNode(new BigDecimal("-1e300")), "-1e300 at ", Outcome.REFUSED);
        raw(pointer, "NaN", Outcome.REFUSED);
        raw(pointer, "Infinity", Outcome.REFUSED);
        raw(pointer, "1e99999", Outcome.REFUSED);
        raw(pointer, "9".repeat(2_000), Outcome.REFUSED);
        raw(pointer, "0.00000000000000000000000000000001", Outcome.ANY);
    }

    private void inText(String pointer) {
        replace(pointer, JSON.textNode("a".repeat(TOO_LONG)), TOO_LONG + " characters at ", Outcome.REFUSED);
        replace(pointer, JSON.textNode(""), "no character at ", Outcome.ANY);
        replace(pointer, JSON.textNode("   \t\n"), "blanks at ", Outcome.ANY);
        replace(pointer, JSON.textNode("a\u0000b"), "character 0 at ", Outcome.REFUSED);
        replace(pointer, JSON.textNode("a\u001bb\u0007"), "control characters at ", Outcome.ANY);
        raw(pointer, "\"a\\ud800b\"", Outcome.REFUSED);
        for (var text : ODD_TEXTS.entrySet()) {
            replace(pointer, JSON.textNode(text.getValue()), text.getKey() + " at ", Outcome.ANY);
        }
    }

    private static final SortedMap<String, String> ODD_TEXTS = new TreeMap<>(Map.of(
            "SQL", "x'; drop table journal; --",
            "HTML", "<script>alert(1)</script>",
            "a path", "../../../../etc/passwd",
            "an expression", "${jndi:ldap://127.0.0.1/x} #{7*7} {{7*7}}",
            "right to left", "\u202eabc\u2066",
            "a formula", "=cmd|' /C calc'!A0",
            "emoji", "👩‍👩‍👧‍👦".repeat(10)));

    private void replace(String pointer, JsonNode value, String name, Outcome outcome) {
        add(
                name + (pointer.isEmpty() ? "the body" : pointer),
                with(pointer, value).toString(),
                outcome);
    }

    /** What no JSON writer would write. */
    private void raw(String pointer, String literal, Outcome outcome) {
        var marked = with(pointer, JSON.textNode(MARK.substring(1, MARK.length() - 1)));
        var shown = literal.length() > 20 ? literal.length() + " digits" : literal;
        add(shown + " at " + pointer, marked.toString().replace(MARK, literal), outcome);
    }

    private JsonNode with(String pointer, JsonNode value) {
        if (pointer.isEmpty()) {
            return value;
        }
        var copy = sample.deepCopy();
        var at = pointer.lastIndexOf('/');
        var parent = copy.at(pointer.substring(0, at));
        var name = pointer.substring(at + 1).replace("~1", "/").replace("~0", "~");
        if (parent instanceof ObjectNode object) {
            object.set(name, value);
        } else if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(name), value);
        }
        return copy;
    }

    private void add(String name, String body, Outcome outcome) {
        attacks.add(new Attack(name, base.body(mediaType, body), outcome));
    }
}
