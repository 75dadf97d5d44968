package city.c3po.portfolio.project;

import static city.c3po.portfolio.project.ProjectRule.EXCEPTION_BY_ANOTHER;
import static city.c3po.portfolio.project.ProjectRule.EXCEPTION_IN_FULL;

import city.c3po.portfolio.policy.PolicyArea;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whether a project keeps to the city's policies in one area.
 *
 * @param until with EXCEPTION: the last day on which it holds
 */
@Schema(name = "ProjectCompliance", description = "Whether the project keeps to the city's policies in one area.")
record Compliance(
        PolicyArea area,
        Verdict verdict,

        @Schema(description = "With EXCEPTION: subject of who approved it.") @Nullable String approver,

        @Schema(description = "With EXCEPTION: the last day on which it holds.") @Nullable LocalDate until,

        @Nullable String reason,
        @Schema(description = "Subject of who recorded it.") String by,
        Instant at) {

    /** What one can say of an area. */
    @Schema(name = "ComplianceVerdict")
    enum Verdict {
        COMPLIANT,
        EXCEPTION
    }

    void requireSound(LocalDate today) {
        switch (verdict) {
            case COMPLIANT -> EXCEPTION_IN_FULL.require(approver == null && until == null);
            case EXCEPTION -> {
                EXCEPTION_IN_FULL.require(approver != null && until != null && until.isAfter(today) && reason != null);
                EXCEPTION_BY_ANOTHER.require(!by.equals(approver));
            }
        }
    }
}
