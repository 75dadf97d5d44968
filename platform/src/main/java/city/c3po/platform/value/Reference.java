package city.c3po.platform.value;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Names a record, never copies it.
 *
 * @param type the aggregate: {@code initiative}, {@code department}
 * @param id the owner's id for it
 * @param number the number or code people use, where it has one
 * @param href where to read it: {@code /v1/initiatives/…}
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(description = "Names a record of the suite by its owner's id; follow href to read it.")
public record Reference(
        @Schema(description = "What kind of record", examples = "initiative")
        String type,

        @Schema(description = "The owner's id for it") String id,

        @Schema(
                description = "The number or code people use, where it has one",
                examples = "INI-2026-0042",
                nullable = true)
        @Nullable String number,

        @Schema(description = "Where to read it", examples = "/v1/initiatives/0198c0de-0000-7000-8000-000000000042")
        String href) {}
