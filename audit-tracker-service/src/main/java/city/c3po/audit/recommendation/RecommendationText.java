package city.c3po.audit.recommendation;

import org.jspecify.annotations.Nullable;

/** As issued; a trigger of the database keeps it so. */
record RecommendationText(
        String title,
        String recommendation,
        @Nullable String area,
        Priority priority,
        @Nullable Benefit benefit) {}
