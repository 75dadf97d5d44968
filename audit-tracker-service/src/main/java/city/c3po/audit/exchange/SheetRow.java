package city.c3po.audit.exchange;

import city.c3po.audit.recommendation.ManagementStatus;
import city.c3po.audit.recommendation.Priority;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row that was understood: a finding and its recommendation. */
record SheetRow(
        int line,
        String refId,
        String name,
        @Nullable String description,
        @Nullable String severity,
        ManagementStatus status,
        Priority priority,
        @Nullable LocalDate eta,
        @Nullable LocalDate due,
        String department) {}
