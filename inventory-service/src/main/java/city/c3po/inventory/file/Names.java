package city.c3po.inventory.file;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people call departments, people and vendors, for profiles of systems that know no codes of ours; lower case.
 *
 * @param departments name → code
 * @param people name → subject
 * @param vendors name → number
 */
public record Names(Map<String, String> departments, Map<String, String> people, Map<String, String> vendors) {
    public static final Names NONE = new Names(Map.of(), Map.of(), Map.of());

    static String of(Map<String, String> known, String name) {
        @Nullable String code = known.get(name.toLowerCase(java.util.Locale.ROOT));
        return code == null ? name : code;
    }
}
