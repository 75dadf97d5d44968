package city.c3po.portfolio.resource;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Derived;
import city.c3po.platform.web.Representation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A capacity as callers see it. */
@Schema(
        name = "Capacity",
        description = "The time that a role of a department has in one month, and how much of it is taken.")
record CapacityView(
        @Schema(description = "Department, role and month.", examples = "DEP-PW/developer/2026-09")
        String id,

        String href,
        String department,
        String role,
        @Schema(description = "First day of the month.") LocalDate month,
        CapacityText text,
        int workingDays,

        @Schema(description = "Working hours times full-time equivalents, less leave and operations.")
        BigDecimal hours,

        long version,

        @Derived @Schema(description = "What is allocated for certain.") @Nullable BigDecimal hardHours,

        @Derived @Schema(description = "What is confirmed.") @Nullable BigDecimal softHours,

        @Derived @Schema(description = "What you may do now.") @Nullable Set<CapacityAction> allowedActions)
        implements Representation {

    static CapacityView of(Capacity capacity, @Nullable Load load, @Nullable Actor reader) {
        return new CapacityView(
                capacity.id(),
                capacity.href(),
                capacity.department(),
                capacity.role(),
                capacity.month(),
                capacity.text(),
                capacity.workingDays(),
                capacity.hours(),
                capacity.version(),
                load == null ? null : load.hard(),
                load == null ? null : load.soft(),
                reader == null ? null : capacity.allowedActions(reader));
    }
}
