package city.c3po.testing.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Fills path templates and writes query strings. */
public final class Addresses {
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    private Addresses() {}

    /** @param values of all parameters in the template; a missing one is the caller's mistake */
    public static String fill(String template, Map<String, String> values) {
        return PARAMETER.matcher(template).replaceAll(match -> {
            var value = values.get(match.group(1));
            if (value == null) {
                throw new IllegalArgumentException("no value for {" + match.group(1) + "} of " + template);
            }
            return Matcher.quoteReplacement(encode(value));
        });
    }

    public static String query(Map<String, String> values) {
        return values.isEmpty()
                ? ""
                : values.entrySet().stream()
                        .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
