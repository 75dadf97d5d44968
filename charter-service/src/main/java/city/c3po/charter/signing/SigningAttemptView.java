package city.c3po.charter.signing;

import city.c3po.charter.charter.Purpose;
import city.c3po.platform.web.Representation;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A refused attempt as callers see it. */
@Schema(name = "SigningAttempt", description = "Somebody tried to sign and was refused.")
public record SigningAttemptView(
        UUID id,
        String href,
        UUID charter,
        String seat,
        Purpose purpose,

        @Schema(description = "Subject of who tried.") String person,

        @Schema(description = "Code of the problem they were answered with.")
        String code,

        Instant attemptedAt)
        implements Representation {

    static SigningAttemptView of(SigningAttempt attempt) {
        return new SigningAttemptView(
                attempt.id(),
                "/v1/charters/" + attempt.charter() + "/sign-off-attempts",
                attempt.charter(),
                attempt.seat(),
                attempt.purpose(),
                attempt.person(),
                attempt.code(),
                attempt.attemptedAt());
    }
}
