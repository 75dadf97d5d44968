package city.c3po.portfolio.reference;

import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import jakarta.persistence.Entity;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A person who works for or with the city. The key is the subject of their token. */
@Entity
class Person extends ReferenceRecord<Person.Entry> {
    /** What is said about a person. */
    @Schema(name = "PersonEntry", description = "What is said about a person.")
    record Entry(
            @NotBlank @Size(max = 200) @Schema(examples = "Ada Park")
            String name,

            @Nullable @Email @Size(max = 254) @Schema(examples = "ada.park@city.example")
            String email,

            @Schema(description = "Code of the department the person works for.")
            @Nullable @Pattern(regexp = Codes.DEPARTMENT) String department,

            @Schema(description = "What the person is there.", examples = "Engineer") @Nullable @Size(max = 200) String title,

            @Schema(description = "The department system that says it; a feeder's own source.")
            @Nullable @Size(max = 50) String source,

            @Schema(description = "Made for a demonstration; said at creation only.", defaultValue = "false") @Nullable Boolean sampleData)
            implements Said<Entry> {
        @Override
        public Entry settled(@Nullable String source, boolean sampleData) {
            return new Entry(name, email, department, title, source, sampleData);
        }
    }

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Entry said;

    protected Person() {}

    Person(String id, Actor by, Entry said) {
        super(id, by, said);
    }

    @Override
    ReferenceKind kind() {
        return ReferenceKind.PERSON;
    }

    @Override
    @Nullable Entry said() {
        return said;
    }

    @Override
    void hear(Entry said) {
        this.said = said;
    }

    /** The city's own people; of the others only the person and the source. */
    @Override
    protected Access access() {
        return new Access(Access.Classification.INTERNAL, List.of(), List.of(id()), null, List.of(), sources());
    }

    @Override
    protected PersonView state() {
        return PersonView.of(this, null);
    }
}
