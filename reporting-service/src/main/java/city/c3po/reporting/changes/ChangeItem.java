package city.c3po.reporting.changes;

import city.c3po.platform.event.Changes;
import city.c3po.reporting.log.Op;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One item of the feed. */
@Schema(name = "ChangeItem", description = "What became of one subject.")
record ChangeItem(
        @Schema(description = "Its place in the log; grows from item to item.", examples = "4711")
        long seq,

        @Schema(description = """
                        snapshot: how it stands, in a baseline. created, updated, removed, corrected: what its owner did.
                        enteredScope, leftScope: it exists, and came into or went out of what you may see or asked for.
                        redacted: something was erased; erase it too. gap: an event of it is missing; take data as it is, also of a
                        subject you did not know, it may be behind. gapResolved: it is complete again.""") Op op,

        Subject subject,

        @Schema(
                description =
                        "What differs from what you knew: in mode net since your last round, in mode log since the change before.")
        List<Path> changes,

        @Schema(
                type = SchemaType.OBJECT,
                nullable = true,
                description =
                        "The subject as its owner publishes it, after this; null when it was removed, left your scope or was redacted. A very large one is {href, version, sha256}: read it there.")
        @JsonRawValue
        @Nullable String data,

        @Schema(description = "When it happened.") Instant occurredAt,
        @Schema(description = "When its owner recorded it.") Instant recordedAt,

        @Schema(nullable = true, description = "The event behind it; null where there is none, as for a gap.") @Nullable Cause event,

        @JsonProperty("transient")
        @Schema(
                description =
                        "True when it came and went since your last round: nothing of it differs from what you knew.")
        boolean passing) {

    /** Whose change it is. */
    @Schema(name = "ChangeSubject", description = "Whose change it is. Type, id and version together tell repeats.")
    record Subject(
            @Schema(examples = "initiative") String type,
            String id,

            @Schema(nullable = true, examples = "INI-2026-0042") @Nullable String number,

            @Schema(description = "Of the last event taken; a gap carries the one before it.")
            long version,

            @Schema(nullable = true) @Nullable String href) {}

    /** One difference. */
    @Schema(name = "ChangedPath", description = "One difference between two states.")
    record Path(
            @Schema(description = "JSON pointer into data. Lists are compared as a whole.", examples = "/state")
            String path,

            @Schema(nullable = true, description = "Any JSON; null where there was nothing.")
            Object from,

            @Schema(nullable = true, description = "Any JSON; null where there is nothing now.")
            Object to) {
        static List<Path> of(List<Changes.Change> changes) {
            return changes.stream()
                    .map(change -> new Path(change.path(), change.from(), change.to()))
                    .toList();
        }
    }

    /** The event behind a change. */
    @Schema(name = "ChangeEvent", description = "The event behind a change.")
    record Cause(
            String id,

            @Schema(examples = "city.c3po.initiative.submitted.v1")
            String type) {}
}
