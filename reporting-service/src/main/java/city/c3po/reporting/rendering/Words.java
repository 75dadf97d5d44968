package city.c3po.reporting.rendering;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the public reads, in one language: the message bundle, and how numbers, days and amounts are written there. */
public final class Words {
    /** Spoken by most residents; the first is what is spoken when nobody says. */
    public static final List<String> LANGUAGES = List.of("en", "es");

    private static final Pattern HUMP = Pattern.compile("([a-z])([A-Z])");
    /** "Sign the commitment of CHA-2026-0001". */
    private static final Pattern NUMBERED = Pattern.compile("(.+) ([A-Z]{3}-[0-9-]+|G[1-6])");

    private static final Pattern PUNCTUATION = Pattern.compile("[^a-z0-9]+");
    private static final Map<String, Words> LOADED = new ConcurrentHashMap<>();

    private final String language;
    private final Locale locale;
    private final Map<String, String> messages;

    private Words(String language) {
        this.language = language;
        // Spanish as it is written in the United States: the amounts are its dollars
        this.locale = Locale.of(language, "US");
        this.messages = load(language);
    }

    /** @param language one of {@link #LANGUAGES}; anything else is the first of them */
    public static Words in(@Nullable String language) {
        var spoken = language != null && LANGUAGES.contains(language) ? language : LANGUAGES.getFirst();
        return LOADED.computeIfAbsent(spoken, Words::new);
    }

    private static Map<String, String> load(String language) {
        var name = "messages/public_" + language + ".properties";
        try (var in = Words.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no message bundle " + name);
            }
            var properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties.stringPropertyNames().stream()
                    .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    public String language() {
        return language;
    }

    Set<String> keys() {
        return messages.keySet();
    }

    public String say(String key) {
        var message = messages.get(key);
        if (message == null) {
            throw new IllegalArgumentException("no message " + key + " in " + language);
        }
        return message.replace("''", "'");
    }

    public String say(String key, Object... values) {
        var message = messages.get(key);
        if (message == null) {
            throw new IllegalArgumentException("no message " + key + " in " + language);
        }
        return new MessageFormat(message, locale).format(values);
    }

    /** A word of the records, such as a state; one that we have no name for is written as words. */
    public String term(String kind, String code) {
        var known = messages.get(kind + "." + code);
        if (known != null) {
            return known;
        }
        var words =
                HUMP.matcher(code).replaceAll("$1 $2").toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** Whether there is a name for it in this language. */
    boolean knows(String kind, String code) {
        return messages.containsKey(kind + "." + code);
    }

    /** What somebody has to do, as a service says it in English; what we have no words for stays as it was said. */
    public String task(String action) {
        var parts = NUMBERED.matcher(action);
        var phrase = parts.matches() ? parts.group(1) : action;
        var key = "task." + PUNCTUATION.matcher(phrase.toLowerCase(Locale.ROOT)).replaceAll("-");
        return messages.containsKey(key) ? say(key, parts.matches() ? parts.group(2) : "") : action;
    }

    /** Of a share of one. */
    String percent(BigDecimal share) {
        var format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(share);
    }

    /** A member of a record by its pointer: {@code /baseline/current/finish} is "Plan: current finish". */
    public String path(String pointer, boolean whole) {
        var steps = pointer.substring(Math.min(1, pointer.length())).split("/");
        var first = term("path", steps[0]);
        var rest = Stream.of(steps)
                .skip(1)
                .filter(step -> !step.equals("amount"))
                .map(step -> term("path", step).toLowerCase(locale))
                .collect(Collectors.joining(" "));
        return whole && !rest.isEmpty() ? first + ": " + rest : first;
    }

    public String number(BigDecimal number) {
        return NumberFormat.getNumberInstance(locale).format(number);
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** Whole dollars where there are no cents. */
    public String money(BigDecimal amount, String currency) {
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(Currency.getInstance(currency));
        boolean whole = amount.stripTrailingZeros().scale() <= 0;
        format.setMinimumFractionDigits(whole ? 0 : 2);
        format.setMaximumFractionDigits(whole ? 0 : 2);
        return format.format(amount);
    }

    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(say("pattern.day"), locale).format(day);
    }

    /** For tables, where days stand below each other. */
    public String shortDay(LocalDate day) {
        return DateTimeFormatter.ofPattern(say("pattern.shortDay"), locale).format(day);
    }

    /** Month and year, for the axis of a timeline. */
    public String month(LocalDate day) {
        return DateTimeFormatter.ofPattern("MMM yyyy", locale).format(day);
    }

    public String moment(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern(say("pattern.moment"), locale).format(at.atZone(zone));
    }
}
