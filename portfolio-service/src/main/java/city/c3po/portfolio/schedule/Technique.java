package city.c3po.portfolio.schedule;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How value is earned on an activity (EIA-748). */
@Schema(name = "EarnedValueTechnique")
public enum Technique {
    /** All of it when it is finished. */
    ZERO_HUNDRED,
    /** Half of it when it starts, the rest when it is finished. */
    FIFTY_FIFTY,
    /** By steps of stated weight. */
    WEIGHTED_MILESTONES,
    /** As much as its owner says, from 0 to 100. */
    PERCENT_COMPLETE,
    /** As time passes. */
    LEVEL_OF_EFFORT
}
