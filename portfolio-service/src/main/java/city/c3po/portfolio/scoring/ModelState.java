package city.c3po.portfolio.scoring;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The life of a scoring model; the only table of its legal moves. */
@Schema(name = "ScoringModelState")
public enum ModelState {
    /** Being written. */
    DRAFT,
    /** The one that assessors mark by. */
    ADOPTED,
    /** A later one is adopted; what was marked by it stays. */
    SUPERSEDED;

    Set<ModelState> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(ADOPTED);
            case ADOPTED -> EnumSet.of(SUPERSEDED);
            case SUPERSEDED -> EnumSet.noneOf(ModelState.class);
        };
    }
}
