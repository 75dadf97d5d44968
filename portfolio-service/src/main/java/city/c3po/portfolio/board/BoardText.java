package city.c3po.portfolio.board;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is said about a board. */
@Schema(name = "BoardText", description = "What is said about a board.")
record BoardText(
        @NotBlank @Size(max = 200) @Schema(examples = "Procurement Planning Board")
        String title,

        @Schema(description = "How many seats it has; more than half of them is the quorum.") @NotNull @Min(1) @Max(99) Integer seats,

        @Schema(description = "The seat whose holder chairs.", defaultValue = "1") @Nullable @Min(1) @Max(99) Integer chairSeat) {

    BoardText {
        chairSeat = chairSeat == null ? 1 : chairSeat;
    }
}
