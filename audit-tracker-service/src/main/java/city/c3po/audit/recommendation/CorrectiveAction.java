package city.c3po.audit.recommendation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the department does about it: the "solution" of its reports. */
@Schema(name = "CorrectiveAction", description = "What the department does about it.")
public record CorrectiveAction(
        @Schema(examples = "A1") String key,

        @Schema(description = "Left out of the events of confidential recommendations.") @Nullable String title,

        @Schema(description = "Subject of who sees to it.") @Nullable String owner,

        List<Milestone> milestones) {

    CorrectiveAction with(List<Milestone> others) {
        return new CorrectiveAction(key, title, owner, others);
    }

    CorrectiveAction silent() {
        return new CorrectiveAction(
                key, null, owner, milestones.stream().map(Milestone::silent).toList());
    }
}
