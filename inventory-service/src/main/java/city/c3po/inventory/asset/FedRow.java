package city.c3po.inventory.asset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a row of an import says, when a person decides what it is about; or what a system says without a file. */
public record FedRow(
        String source,
        String nativeKey,
        @Nullable String kind,
        @Nullable String state,
        JsonNode said,
        @Nullable UUID importId,
        @Nullable Integer line) {}
