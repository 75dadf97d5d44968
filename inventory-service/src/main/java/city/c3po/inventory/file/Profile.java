package city.c3po.inventory.file;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a file says what it says. */
public enum Profile {
    /** Our own names, as CSV, NDJSON or a JSON array. */
    NATIVE,
    /** The CSV that Snipe-IT exports of its assets. */
    SNIPE_IT_ASSETS,
    /** The CSV that Snipe-IT exports of its licences. */
    SNIPE_IT_LICENSES,
    /** A bill of materials in CycloneDX 1.6 JSON. */
    CYCLONEDX;

    /** As in the query: {@code snipe-it-assets}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Profile> of(String word) {
        return Stream.of(values())
                .filter(profile -> profile.word().equals(word))
                .findFirst();
    }
}
