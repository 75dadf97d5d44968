package city.c3po.charter.charter;

import city.c3po.charter.template.DocumentKind;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What completeness asks of other records: the register, the vendors' engagements, and which day it is.
 *
 * @param documents of the charter's register
 */
public record Surroundings(List<Registered> documents, List<Engaged> engagements, LocalDate today) {

    /** @param sha256 of its bytes; null for a link whose bytes nobody recorded */
    public record Registered(
            String id,
            DocumentKind kind,
            int edition,
            @Nullable String sha256) {}

    /**
     * @param positions how many key positions it lists
     * @param open how many of them have neither an approved person nor a date by when
     */
    public record Engaged(String number, @Nullable LocalDate solicitedOn, int positions, int open) {}

    List<String> documentHashes() {
        return documents.stream()
                .map(Registered::sha256)
                .filter(hash -> hash != null)
                .sorted()
                .toList();
    }
}
