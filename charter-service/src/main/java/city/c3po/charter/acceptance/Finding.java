package city.c3po.charter.acceptance;

import static city.c3po.charter.acceptance.AcceptanceRule.DEFERRAL_OWNED;
import static city.c3po.charter.acceptance.AcceptanceRule.DEFERRED_AT_MOST_180_DAYS;
import static city.c3po.charter.acceptance.AcceptanceRule.EVIDENCE_GIVEN;
import static city.c3po.charter.acceptance.AcceptanceRule.KNOWN_CRITERION;
import static city.c3po.charter.acceptance.AcceptanceRule.SPONSOR_WAIVES;
import static city.c3po.charter.acceptance.AcceptanceRule.VERDICT_EXPLAINED;

import city.c3po.charter.charter.Assessment;
import city.c3po.charter.charter.Assessment.Verdict;
import city.c3po.charter.charter.Charter;
import city.c3po.charter.charter.Sub;
import city.c3po.platform.actor.Actor;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody says of a criterion. */
@Schema(name = "CriterionFinding", description = "What is found of a committed criterion.")
record Finding(
        @NotNull Verdict verdict,

        @Schema(description = "FAIL and WAIVED need one.") @Nullable @Size(max = 4000) String reason,

        @Schema(description = "DEFERRED: subject of who settles it.") @Nullable @Pattern(regexp = Sub.PATTERN) String owner,

        @Schema(description = "DEFERRED: by when, at most 180 days from now.") @Nullable LocalDate due,

        @Schema(description = "What shows it: addresses of documents, test reports, measurements; PASS needs one.")
        @Nullable @Size(max = 50) List<@NotBlank @Size(max = 1000) String> evidence) {

    private static final int LONGEST_DEFERRAL = 180;

    Assessment of(Charter charter, String criterion, Actor by, LocalDate today, Instant at) {
        KNOWN_CRITERION.require(
                charter.wording().content().criteria().anyMatch(committed -> criterion.equals(committed.key())));
        switch (verdict) {
            case PASS -> EVIDENCE_GIVEN.require(!evidenceOrNone().isEmpty());
            case FAIL -> VERDICT_EXPLAINED.require(reason != null && !reason.isBlank());
            case WAIVED -> {
                SPONSOR_WAIVES.require(charter.isSponsoredBy(by));
                VERDICT_EXPLAINED.require(reason != null && !reason.isBlank());
            }
            case DEFERRED -> {
                DEFERRAL_OWNED.require(owner != null && due != null);
                DEFERRED_AT_MOST_180_DAYS.require(
                        due != null && due.isAfter(today) && !due.isAfter(today.plusDays(LONGEST_DEFERRAL)));
            }
        }
        return new Assessment(
                criterion,
                verdict,
                reason,
                verdict == Verdict.WAIVED ? by.sub() : null,
                verdict == Verdict.DEFERRED ? owner : null,
                verdict == Verdict.DEFERRED ? due : null,
                evidenceOrNone(),
                by.sub(),
                at);
    }

    private List<String> evidenceOrNone() {
        return evidence == null ? List.of() : List.copyOf(evidence);
    }
}
