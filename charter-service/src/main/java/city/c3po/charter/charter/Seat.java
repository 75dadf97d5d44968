package city.c3po.charter.charter;

import city.c3po.charter.template.Phase;
import city.c3po.charter.template.SeatRole;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An office in which a person signs: one person at a time, with dates, so that it is known who was bound when. */
@Schema(name = "Seat", description = "An office in which a person signs, and who holds it.")
public record Seat(
        @Schema(description = "As in paths.", examples = "department-head.DEP-PW")
        String key,

        SeatRole role,

        @Schema(description = "The department whose head it is.") @Nullable String department,

        @Schema(description = "Why the person may bind the city.") @Nullable String authorityBasis,

        @Schema(description = "When it is asked: REVIEW before APPROVE before SIGN.")
        Phase phase,

        @Schema(description = "Whether nothing binds without its signature.")
        boolean mandatory,

        @Schema(description = "Subject of who holds it; null while it is vacant.") @Nullable String person,

        @Schema(description = "Since when.") @Nullable Instant since,

        @Schema(description = "Why it is vacant.") @Nullable Vacancy vacancy,

        @Schema(description = "Who held it before.") List<Holder> formerly,

        @Schema(description = "Subject of who signed the commitment in force.") @Nullable String committedBy,

        @Schema(description = "Subject of the successor who adopted that commitment.") @Nullable String adoptedBy,

        @Schema(description = "Subject of who accepted what was delivered.") @Nullable String acceptedBy) {

    /** Why somebody no longer holds a seat. */
    public enum Vacancy {
        LEFT,
        REASSIGNED,
        INCAPACITATED
    }

    @Schema(name = "SeatHolder")
    public record Holder(
            String person,
            @Nullable Instant from,
            Instant until,
            @Nullable Vacancy vacancy) {}

    static Seat empty(SeatRole role, @Nullable String department, Phase phase, boolean mandatory) {
        return new Seat(
                role.key(department),
                role,
                department,
                null,
                phase,
                mandatory,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null);
    }

    /** The same seat, asked for in another phase. */
    Seat asked(Phase then, boolean must) {
        return new Seat(
                key,
                role,
                department,
                authorityBasis,
                then,
                must,
                person,
                since,
                vacancy,
                formerly,
                committedBy,
                adoptedBy,
                acceptedBy);
    }

    /** Whether nobody was named for it by hand: it is vacant, or held on this very ground. */
    boolean follows(String basis) {
        return person == null || basis.equals(authorityBasis);
    }

    Seat heldBy(String successor, @Nullable String basis, Instant at) {
        if (successor.equals(person)) {
            return with(person, since, vacancy, basis == null ? authorityBasis : basis, formerly);
        }
        return with(successor, at, null, basis, person == null ? formerly : and(person, at, null));
    }

    Seat vacated(Vacancy why, Instant at) {
        return with(null, null, why, authorityBasis, person == null ? formerly : and(person, at, why));
    }

    private List<Holder> and(String holder, Instant until, @Nullable Vacancy why) {
        return Stream.concat(formerly.stream(), Stream.of(new Holder(holder, since, until, why)))
                .toList();
    }

    private Seat with(
            @Nullable String person,
            @Nullable Instant since,
            @Nullable Vacancy vacancy,
            @Nullable String basis,
            List<Holder> formerly) {
        return new Seat(
                key,
                role,
                department,
                basis,
                phase,
                mandatory,
                person,
                since,
                vacancy,
                formerly,
                committedBy,
                adoptedBy,
                acceptedBy);
    }

    Seat signed(@Nullable String committed, @Nullable String adopted, @Nullable String accepted) {
        return new Seat(
                key,
                role,
                department,
                authorityBasis,
                phase,
                mandatory,
                person,
                since,
                vacancy,
                formerly,
                committed,
                adopted,
                accepted);
    }

    /** Whether its holder is bound by the commitment in force: signed it, or adopted it. */
    public boolean holderIsBound() {
        return person != null && (person.equals(committedBy) || person.equals(adoptedBy));
    }
}
