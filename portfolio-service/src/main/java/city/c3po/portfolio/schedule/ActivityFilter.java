package city.c3po.portfolio.schedule;

import city.c3po.portfolio.schedule.network.Activity;
import org.jspecify.annotations.Nullable;

/** Which activities of a schedule a caller wants; null is no condition. */
record ActivityFilter(
        @Nullable Boolean critical,
        Activity.@Nullable Kind kind,
        @Nullable String wbs) {}
