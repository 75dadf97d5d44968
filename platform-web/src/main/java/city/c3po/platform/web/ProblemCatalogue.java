package city.c3po.platform.web;

import city.c3po.platform.rule.Kind;
import city.c3po.platform.rule.Rule;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every problem this service can answer with; a test compares it with the committed {@code docs/problems/<key>.json},
 * which is what the pages behind {@code type} show.
 */
@Singleton
public class ProblemCatalogue {
    /**
     * @param meaning what is the matter
     * @param whatToDo what the caller does next
     */
    public record Entry(String code, int status, String title, String meaning, String whatToDo) {}

    private static final Pattern END_OF_SENTENCE = Pattern.compile("(?<=\\.) ");

    private final Collection<Entry> entries;

    ProblemCatalogue(RuleDiscovery.DeclaredRules declared) {
        var byCode = new TreeMap<String, Entry>();
        Stream.concat(
                        Arrays.stream(Refusal.values()).map(ProblemCatalogue::entry),
                        declared.rules().stream().map(ProblemCatalogue::entry))
                .forEach(entry -> {
                    var other = byCode.put(entry.code(), entry);
                    if (other != null && !other.equals(entry)) {
                        throw new IllegalStateException("two problems share the code " + entry.code());
                    }
                });
        entries = byCode.values();
    }

    /** By code. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    private static Entry entry(Refusal refusal) {
        return entry(refusal.code(), refusal.status(), refusal.sentence(), "Repeat the request.");
    }

    private static Entry entry(Rule rule) {
        return entry(rule.code(), Finding.statusOf(rule.kind()), rule.sentence(), advice(rule.kind()));
    }

    private static Entry entry(String code, int status, String sentence, String advice) {
        var parts = END_OF_SENTENCE.split(sentence, 2);
        return new Entry(code, status, Problems.title(code), parts[0], parts.length == 2 ? parts[1] : advice);
    }

    /** For rules that say only what must hold. */
    private static String advice(Kind kind) {
        return switch (kind) {
            case ABSENT -> "Check the id.";
            case FORBIDDEN -> "Read the record; its allowedActions lists what you may do.";
            case CONFLICT -> "Read the record again; its state and allowedActions say what is possible now.";
            case INVALID -> "Correct what errors names, and send again.";
            case STALE -> "Read the record again, and repeat your change on what you find.";
            case UNSEEN -> "Read the record, and send its ETag as If-Match.";
            case STEP_UP -> "Log in again, and repeat the request.";
            case GONE -> "Begin again from the start.";
            case BEHIND, UNAVAILABLE -> "Repeat the request after the seconds that Retry-After names.";
        };
    }
}
