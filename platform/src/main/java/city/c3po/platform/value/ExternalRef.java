package city.c3po.platform.value;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The name a department's system has for one of our records, so that it never needs our ids first.
 *
 * @param source the system; a feeder's token lists the sources it speaks for
 * @param key that system's own key
 */
@Embeddable
@Schema(description = "The name a department's system has for this record.")
public record ExternalRef(
        @Schema(description = "The system that knows the record by this key", examples = "finance")
        @NotBlank @Size(max = 50) @Pattern(regexp = "[a-z0-9][a-z0-9.-]*") String source,

        @Schema(description = "That system's own key", examples = "PRJ-00815") @NotBlank @Size(max = 200) String key) {

    /** As in {@code ?externalRef=source:key}: the key may hold further colons, the source none. */
    public static ExternalRef of(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || colon == text.length() - 1) {
            throw new IllegalArgumentException("write source:key");
        }
        return new ExternalRef(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return source + ":" + key;
    }
}
