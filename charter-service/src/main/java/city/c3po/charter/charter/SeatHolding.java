package city.c3po.charter.charter;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who shall hold a seat. */
@Schema(name = "SeatHolding", description = "Who holds a seat, and why that person may bind the city.")
record SeatHolding(
        @Schema(description = "The seat's key.", examples = "executive-sponsor")
        @NotNull @Pattern(regexp = SeatHolding.KEY) String seat,

        @Schema(description = "Subject of the person.") @NotNull @Pattern(regexp = Sub.PATTERN) String person,

        @Schema(description = "Why the person may bind the city.", examples = "City Charter, section 701")
        @Nullable @Size(max = 500) String authorityBasis) {

    static final String KEY = "[a-z-]{2,40}(\\.DEP-[A-Z0-9][A-Z0-9-]{0,30})?";
}
