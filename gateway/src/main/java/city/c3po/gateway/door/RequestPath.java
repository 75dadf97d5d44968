package city.c3po.gateway.door;

import city.c3po.gateway.problem.GatewayProblem;
import city.c3po.gateway.problem.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The path of a request, taken only if every program that reads it must read the same. A service may decode, drop or
 * resolve what the gateway compared as it came, so nothing is at a path that leaves room for that; and what is no path
 * at all is refused as such.
 *
 * @param raw as it came, without query
 * @param segments with needless escapes undone ({@code %61} is {@code a}), to be compared with documented literals
 */
record RequestPath(String raw, List<String> segments) {
    /** What may stand in a segment besides letters and digits; no semicolon, since some read a parameter from there. */
    private static final String PLAIN = "-._~!$&'()*+,=:@";

    private static final String UNRESERVED = "-._~";

    /** Would separate, end or climb once decoded. */
    private static final String NEVER_ESCAPED = "/\\.;%";

    /** @throws Refusal for a path that could be read in two ways */
    static RequestPath of(String uri) {
        var query = uri.indexOf('?');
        var raw = query < 0 ? uri : uri.substring(0, query);
        if (query >= 0 && !uri.chars().skip(query).allMatch(c -> c > ' ' && c < 127)) {
            throw malformed("The query has characters that must be encoded.");
        }
        if (!raw.startsWith("/")) {
            throw malformed("The path must begin with a slash.");
        }
        var segments = new ArrayList<String>();
        var begin = 1;
        for (var slash = raw.indexOf('/', begin); slash >= 0; slash = raw.indexOf('/', begin)) {
            segments.add(segment(raw.substring(begin, slash), false));
            begin = slash + 1;
        }
        segments.add(segment(raw.substring(begin), true));
        return new RequestPath(raw, segments);
    }

    private static String segment(String raw, boolean last) {
        if (raw.isEmpty() && !last) {
            throw ambiguous("an empty segment");
        }
        if (raw.equals(".") || raw.equals("..")) {
            throw ambiguous("a dot segment");
        }
        if (isLiteral(raw)) {
            return raw;
        }
        return unescaped(raw);
    }

    private static boolean isLiteral(String raw) {
        for (var i = 0; i < raw.length(); i++) {
            if (!isPlain(raw.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(char c) {
        return isAlphanumeric(c) || PLAIN.indexOf(c) >= 0;
    }

    private static boolean isAlphanumeric(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    private static String unescaped(String raw) {
        var normal = new StringBuilder();
        var bytes = ByteBuffer.allocate(raw.length());
        for (var i = 0; i < raw.length(); i++) {
            var c = raw.charAt(i);
            if (c != '%') {
                if (c == ';') {
                    throw ambiguous("a semicolon");
                }
                if (!isPlain(c)) {
                    throw malformed("The path has a character that must be encoded.");
                }
                normal.append(c);
                bytes.put((byte) c);
                continue;
            }
            var value = escaped(raw, i);
            if (value < ' ' || value == 127 || value < 127 && NEVER_ESCAPED.indexOf(value) >= 0) {
                throw ambiguous("an encoded slash, backslash, dot, semicolon, percent sign or control character");
            }
            if (isAlphanumeric(value) || value < 127 && UNRESERVED.indexOf(value) >= 0) {
                normal.append((char) value);
            } else {
                normal.append(raw, i, i + 3);
            }
            bytes.put((byte) value);
            i += 2;
        }
        checkUtf8(bytes.flip());
        return normal.toString();
    }

    private static int escaped(String raw, int at) {
        if (at + 2 < raw.length()) {
            var high = Character.digit(raw.charAt(at + 1), 16);
            var low = Character.digit(raw.charAt(at + 2), 16);
            if (high >= 0 && low >= 0 && raw.charAt(at + 1) < 128 && raw.charAt(at + 2) < 128) {
                return high * 16 + low;
            }
        }
        throw malformed("The path has a percent sign that begins no escape.");
    }

    /** Overlong forms and lone surrogates are no UTF-8 either. */
    private static void checkUtf8(ByteBuffer bytes) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(bytes);
        } catch (CharacterCodingException e) {
            throw malformed("The path is not UTF-8.");
        }
    }

    private static Refusal malformed(String detail) {
        return new Refusal(GatewayProblem.MALFORMED_PATH, detail);
    }

    private static Refusal ambiguous(String what) {
        return new Refusal(GatewayProblem.UNKNOWN_PATH, "No path here has " + what + ".");
    }

    /** Where a token is needed, whether or not anything is there. */
    boolean needsToken() {
        return segments.getFirst().equals("v1");
    }
}
