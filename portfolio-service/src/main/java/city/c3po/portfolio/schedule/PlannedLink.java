package city.c3po.portfolio.schedule;

import city.c3po.portfolio.schedule.network.Link;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What comes after what. */
@Schema(name = "PlannedLink", description = "What comes after what.")
public record PlannedLink(
        @NotNull @Size(max = 40) String predecessor,

        @NotNull @Size(max = 40) String successor,

        @Schema(description = "FS where it is left out.") Link.@Nullable Type type,

        @Schema(description = "Working days between the two; negative for a lead. 0 where it is left out.")
        @Nullable @Min(-5000) @Max(5000) Integer lag) {
    public PlannedLink {
        type = type == null ? Link.Type.FS : type;
        lag = lag == null ? 0 : lag;
    }

    Link link() {
        return new Link(predecessor, successor, type, lag);
    }

    static PlannedLink of(Link link) {
        return new PlannedLink(link.predecessor(), link.successor(), link.type(), link.lag());
    }
}
