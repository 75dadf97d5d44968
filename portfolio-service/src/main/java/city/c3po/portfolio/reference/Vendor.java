package city.c3po.portfolio.reference;

import city.c3po.platform.actor.Access;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.value.ExternalRef;
import jakarta.persistence.Entity;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A company the city buys from. The key is the city vendor number. */
@Entity
class Vendor extends ReferenceRecord<Vendor.Entry> {
    /** What is said about a vendor. */
    @Schema(name = "VendorEntry", description = "What is said about a vendor.")
    record Entry(
            @NotBlank @Size(max = 200) @Schema(examples = "Acme Civic")
            String name,

            @Schema(description = "Names that department systems have for it; each is given once.")
            @Nullable @Size(max = 20) List<@NotNull @Valid ExternalRef> externalRefs,

            @Schema(description = "The department system that says it; a feeder's own source.")
            @Nullable @Size(max = 50) String source,

            @Schema(description = "Made for a demonstration; said at creation only.", defaultValue = "false") @Nullable Boolean sampleData)
            implements Said<Entry> {
        // an absent list is an empty one: a vendor without such names
        Entry {
            externalRefs = externalRefs == null
                    ? List.of()
                    : externalRefs.stream().distinct().toList();
        }

        Entry knownAs(ExternalRef ref) {
            return new Entry(
                    name, Stream.concat(externalRefs.stream(), Stream.of(ref)).toList(), source, sampleData);
        }

        @Override
        public Entry settled(@Nullable String source, boolean sampleData) {
            return new Entry(name, externalRefs, source, sampleData);
        }
    }

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Entry said;

    protected Vendor() {}

    Vendor(String id, Actor by, Entry said) {
        super(id, by, said);
    }

    @Override
    ReferenceKind kind() {
        return ReferenceKind.VENDOR;
    }

    @Override
    @Nullable Entry said() {
        return said;
    }

    @Override
    void hear(Entry said) {
        this.said = said;
    }

    /** The city's own people; of the others only the vendor itself and the source. */
    @Override
    protected Access access() {
        return new Access(Access.Classification.INTERNAL, List.of(), List.of(), id(), List.of(), sources());
    }

    @Override
    protected VendorView state() {
        return VendorView.of(this, null);
    }
}
