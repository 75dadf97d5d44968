package city.c3po.portfolio.schedule;

import city.c3po.portfolio.schedule.network.Constraint;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A date that an activity must keep to. */
@Schema(name = "ActivityConstraint")
public record PlannedConstraint(
        @NotNull Constraint.Type type, @NotNull LocalDate date) {}
