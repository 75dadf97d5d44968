package city.c3po.inventory.asset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A person's value that no feed overrules, for a reason and, mostly, for a time. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AssetLock", description = "An attribute whose value, said by a person, no feed overrules.")
public record Lock(
        String attribute,
        String reason,

        @Schema(description = "When it ends; left out: never.") @Nullable Instant until,

        String by) {}
