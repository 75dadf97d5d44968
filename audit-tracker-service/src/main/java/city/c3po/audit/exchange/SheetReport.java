package city.c3po.audit.exchange;

import city.c3po.platform.rule.Fault;
import city.c3po.platform.value.Reference;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of a sheet. */
@Schema(name = "FindingSheetReport", description = "What became of a sheet, or would become of it.")
public record SheetReport(
        boolean dryRun,

        @Schema(description = "Rows that are new.") int created,

        @Schema(description = "Rows whose ref_id was there already; they stay as they are.")
        int existing,

        @Schema(description = "What is wrong; only in a dry run, because otherwise nothing is written.")
        List<Wrong> errors,

        List<Row> rows) {

    /** What became of a row. */
    public enum Outcome {
        CREATED,
        EXISTING
    }

    @Schema(name = "FindingSheetError", description = "What is wrong with a row.")
    public record Wrong(
            @Schema(examples = "/rows/3/due_date") String pointer,

            @Schema(examples = "not-a-day") String code,
            String detail) {
        static Wrong of(Fault fault) {
            return new Wrong(fault.pointer(), fault.code(), fault.detail());
        }
    }

    @Schema(name = "FindingSheetRow", description = "A row and what became of it.")
    public record Row(
            @Schema(description = "Where it is in the file, from 1.")
            int line,

            String refId,
            Outcome outcome,

            @Schema(description = "Null in a dry run, and for rows that were there.") @Nullable Reference recommendation) {}
}
