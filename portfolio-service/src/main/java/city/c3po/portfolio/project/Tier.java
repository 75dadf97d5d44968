package city.c3po.portfolio.project;

import city.c3po.portfolio.triage.Criterion;
import city.c3po.portfolio.triage.Outcome;
import java.util.Collection;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much governance a project needs; from the triage of the initiative it came of. */
@Schema(name = "ProjectTier")
public enum Tier {
    /** Minor: the department runs it. */
    LITE,
    /** Major by its cost alone. */
    STANDARD,
    /** Major otherwise. */
    MAJOR;

    /** @param crossed the criteria that say yes; two people may have made it major although none does */
    public static Tier of(Outcome outcome, Collection<Criterion> crossed) {
        return switch (outcome) {
            case MINOR, NEEDS_INFORMATION, AGGREGATION_REVIEW -> LITE;
            case MAJOR -> Set.copyOf(crossed).equals(Set.of(Criterion.COST)) ? STANDARD : MAJOR;
        };
    }

    boolean isAbove(Tier other) {
        return compareTo(other) > 0;
    }
}
