package city.c3po.audit.followup;

import city.c3po.audit.recommendation.ManagementStatus;
import city.c3po.audit.recommendation.VerifiedStatus;
import city.c3po.platform.value.Reference;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A row of the table that committees read. */
@Schema(name = "Delta", description = "A row of the table that committees read: as frozen, with its class and flags.")
public record Delta(
        Reference recommendation,
        String number,
        String finding,
        @Nullable String solution,
        ManagementStatus managementStatus,

        @Schema(description = "The city's word for the department's claim.", examples = "Nearly Implemented")
        String status,

        VerifiedStatus verifiedStatus,

        String leadDepartment,
        DeltaClass deltaClass,
        List<DeltaClass> flags) {}
