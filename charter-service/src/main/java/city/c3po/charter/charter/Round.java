package city.c3po.charter.charter;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One time in which the seats are asked to sign one hash.
 *
 * @param number counts all rounds of the charter, so that sign-offs of different rounds never meet
 */
@Schema(name = "SigningRound", description = "One time in which the seats are asked to sign one hash.")
public record Round(
        Purpose purpose,
        int number,

        @Schema(description = "The version of the content, or the attempt of an acceptance.")
        int of,

        @Schema(description = "SHA-256, hexadecimal, of what is signed.")
        String hash,

        Instant startedAt,

        @Schema(description = "15 business days later; it expires then.")
        Instant due) {}
