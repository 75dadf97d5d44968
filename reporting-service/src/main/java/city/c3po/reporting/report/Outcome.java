package city.c3po.reporting.report;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a report: published, and perhaps replaced or taken back afterwards; or cancelled before.
 *
 * @param endedAt when it was superseded, withdrawn or cancelled
 * @param reason why
 */
@Embeddable
public record Outcome(
        @Nullable Instant publishedAt,
        @Nullable String publishedBy,
        @Nullable UUID supersededBy,
        @Nullable Instant endedAt,
        @Nullable String reason) {
    static final Outcome OPEN = new Outcome(null, null, null, null, null);

    Outcome published(String by, Instant at) {
        return new Outcome(at, by, null, null, null);
    }

    /** When the public last had news of it: that it was published, replaced or taken back. */
    public @Nullable Instant changedAt() {
        return endedAt == null ? publishedAt : endedAt;
    }

    Outcome ended(@Nullable UUID corrected, String why, Instant at) {
        return new Outcome(publishedAt, publishedBy, corrected, at, why);
    }
}
