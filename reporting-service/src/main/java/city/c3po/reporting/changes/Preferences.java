package city.c3po.reporting.changes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the reader would like (RFC 7240). What we do not know or cannot read is passed over, as that standard wants.
 *
 * @param patience how long to wait for news
 * @param strict rather no answer than an incomplete one
 */
record Preferences(Duration patience, boolean strict) {
    static final int LONGEST_WAIT = 30;
    private static final Pattern WAIT = Pattern.compile("wait\\s*=\\s*\"?([0-9]{1,6})\"?");
    private static final Pattern STRICT = Pattern.compile("handling\\s*=\\s*\"?strict\"?");

    static Preferences of(@Nullable List<String> headers) {
        var wishes = Stream.ofNullable(headers)
                .flatMap(List::stream)
                .flatMap(header -> Stream.of(header.split("[,;]")))
                .map(wish -> wish.strip().toLowerCase(Locale.ROOT))
                .toList();
        var seconds = wishes.stream()
                .map(WAIT::matcher)
                .filter(Matcher::matches)
                .map(wait -> Integer.parseInt(wait.group(1)))
                .findFirst()
                .orElse(0);
        return new Preferences(
                Duration.ofSeconds(Math.min(seconds, LONGEST_WAIT)),
                wishes.stream().anyMatch(wish -> STRICT.matcher(wish).matches()));
    }

    /** As {@code Preference-Applied} says it. */
    Optional<String> applied(boolean mayWait) {
        var applied = new ArrayList<String>();
        if (mayWait && !patience.isZero()) {
            applied.add("wait=" + patience.toSeconds());
        }
        if (strict) {
            applied.add("handling=strict");
        }
        return applied.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", applied));
    }
}
