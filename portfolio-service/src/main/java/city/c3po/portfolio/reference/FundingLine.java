package city.c3po.portfolio.reference;

import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import jakarta.persistence.Entity;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A line of the budget that can pay for an initiative. */
@Entity
class FundingLine extends ReferenceRecord<FundingLine.Entry> {
    /** What is said about a funding line. */
    @Schema(name = "FundingLineEntry", description = "What is said about a funding line.")
    record Entry(
            @NotBlank @Size(max = 200) @Schema(examples = "Civic apps")
            String name,

            @Schema(description = "Code of the department whose budget it is in.")
            @Nullable @Pattern(regexp = Codes.DEPARTMENT) String department,

            @Schema(description = "The fiscal year it is for, named by the year it ends in.")
            @Nullable @Min(2000) @Max(2200) Integer fiscalYear,

            @Schema(description = "The department system that says it; a feeder's own source.")
            @Nullable @Size(max = 50) String source,

            @Schema(description = "Made for a demonstration; said at creation only.", defaultValue = "false") @Nullable Boolean sampleData)
            implements Said<Entry> {
        @Override
        public Entry settled(@Nullable String source, boolean sampleData) {
            return new Entry(name, department, fiscalYear, source, sampleData);
        }
    }

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Entry said;

    protected FundingLine() {}

    FundingLine(String id, Actor by, Entry said) {
        super(id, by, said);
    }

    @Override
    ReferenceKind kind() {
        return ReferenceKind.FUNDING_LINE;
    }

    @Override
    @Nullable Entry said() {
        return said;
    }

    @Override
    void hear(Entry said) {
        this.said = said;
    }

    /** The city's own people, and the source. */
    @Override
    protected Access access() {
        return new Access(Access.Classification.INTERNAL, List.of(), List.of(), null, List.of(), sources());
    }

    @Override
    protected FundingLineView state() {
        return FundingLineView.of(this, null);
    }
}
