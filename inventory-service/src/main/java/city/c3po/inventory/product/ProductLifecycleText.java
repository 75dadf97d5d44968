package city.c3po.inventory.product;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is said of a lifecycle. */
@Schema(
        name = "ProductLifecycleEntry",
        description =
                "For how long the maker of a product line looks after it, cycle by cycle, as endoflife.date models it.")
record ProductLifecycleText(
        @NotBlank @Size(max = 200) @Schema(examples = "Ubuntu")
        String name,

        @Schema(description = "Where it is written.", examples = "https://endoflife.date/ubuntu")
        @Nullable @Size(max = 500) String source,

        @NotNull @Size(max = 1000) List<@NotNull @Valid Cycle> cycles) {

    /** A day that is left out is not known. */
    @Schema(name = "ProductCycle", description = "One line of releases. A day that is left out is not known.")
    record Cycle(
            @NotBlank @Size(max = 50) @Schema(examples = "22.04")
            String cycle,

            @Nullable LocalDate releasedOn,

            @Schema(description = "Last day with new features; support at endoflife.date.") @Nullable LocalDate activeUntil,

            @Schema(description = "Last day with fixes of security; eol at endoflife.date.") @Nullable LocalDate securityUntil,

            @Schema(description = "Last day of paid support; extendedSupport at endoflife.date.") @Nullable LocalDate extendedUntil) {

        boolean isInOrder() {
            var known = Stream.of(releasedOn, activeUntil, securityUntil, extendedUntil)
                    .filter(Objects::nonNull)
                    .toList();
            return known.equals(known.stream().sorted().toList());
        }
    }
}
