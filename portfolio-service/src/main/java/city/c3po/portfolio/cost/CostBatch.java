package city.c3po.portfolio.cost;

import city.c3po.portfolio.reference.Codes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Entries posted together. */
@Schema(name = "CostBatch", description = "Entries posted together; each is judged by itself.")
record CostBatch(
        @Schema(description = "The posting system; left out by a token that speaks for one.")
        @Nullable @Pattern(regexp = Codes.SOURCE) @Size(max = 50) String source,

        @Schema(description = "true: all of them or none.", defaultValue = "false") @Nullable Boolean atomic,

        @NotNull @Size(min = 1, max = 1000) List<@NotNull @Valid CostEntryText> items) {}
