package city.c3po.audit.exchange;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row as it leaves, in the columns that importing understands. */
@JsonPropertyOrder({"name", "ref_id", "description", "severity", "status", "priority", "eta", "due_date", "department"})
record SheetLine(
        String name,
        @JsonProperty("ref_id") String refId,
        @Nullable String description,
        @Nullable String severity,
        String status,
        String priority,
        @Nullable LocalDate eta,
        @JsonProperty("due_date") @Nullable LocalDate due,
        String department,
        @JsonIgnore int ordinal) {}
