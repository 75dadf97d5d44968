package city.c3po.portfolio.reference;

import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import jakarta.persistence.Entity;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A department of the city. Initiatives, people and funding lines name it by its code. */
@Entity
class Department extends ReferenceRecord<Department.Entry> {
    /** What is said about a department. */
    @Schema(name = "DepartmentEntry", description = "What is said about a department.")
    record Entry(
            @NotBlank @Size(max = 200) @Schema(examples = "Public Works")
            String name,

            @Schema(description = "Subject of the person who heads it.") @Nullable @Pattern(regexp = Codes.SUBJECT) String head,

            @Schema(description = "The department system that says it; a feeder's own source.")
            @Nullable @Size(max = 50) String source,

            @Schema(description = "Made for a demonstration; said at creation only.", defaultValue = "false") @Nullable Boolean sampleData)
            implements Said<Entry> {
        @Override
        public Entry settled(@Nullable String source, boolean sampleData) {
            return new Entry(name, head, source, sampleData);
        }
    }

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Entry said;

    protected Department() {}

    Department(String code, Actor by, Entry said) {
        super(code, by, said);
    }

    @Override
    ReferenceKind kind() {
        return ReferenceKind.DEPARTMENT;
    }

    @Override
    @Nullable Entry said() {
        return said;
    }

    @Override
    void hear(Entry said) {
        this.said = said;
    }

    /** Anybody with a role: every form that asks for a department shows them. */
    @Override
    protected Access access() {
        return Access.ANY_ROLE;
    }

    @Override
    protected DepartmentView state() {
        return DepartmentView.of(this, null);
    }
}
