package city.c3po.charter.engagement;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Uuid7;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A position in a vendor's team that the city wants filled by somebody it approved. */
@Schema(
        name = "KeyPosition",
        description = "A position of a vendor's team that the city wants filled by somebody it approved.")
public record KeyPosition(
        String key,
        String title,

        @Schema(description = "What whoever holds it must have.")
        List<String> qualifications,

        @Schema(description = "Of full time.") int percent,

        @Schema(description = "By when the vendor names somebody.") @Nullable LocalDate nameBy,

        List<Nominee> nominees,

        @Schema(description = "Since when nobody approved works in it.") @Nullable Instant vacantSince,

        @Schema(description = "Whether that was told as a gap.")
        boolean gap) {

    /** Whom the vendor proposes. */
    @Schema(name = "KeyStaffNominee")
    public record Nominee(
            UUID id,
            String name,
            List<String> qualifications,
            NomineeState state,

            @Schema(description = "Whom they replace.") @Nullable UUID replaces,

            @Nullable String reason,

            @Schema(description = "Last day of whom they replace.") @Nullable LocalDate lastDay,

            @Schema(description = "Days on which both work.") @Nullable Integer overlapDays,

            String proposedBy,
            Instant proposedAt,

            @Schema(description = "By when the city answers; its silence is not approval.")
            Instant answerDue,

            @Nullable String decidedBy,
            @Nullable String comment) {

        /** @param answerDue by when the city answers */
        static Nominee proposed(Actor by, String name, List<String> qualifications, Instant answerDue, Instant at) {
            return new Nominee(
                    Uuid7.next(),
                    name,
                    qualifications,
                    NomineeState.PROPOSED,
                    null,
                    null,
                    null,
                    null,
                    by.sub(),
                    at,
                    answerDue,
                    null,
                    null);
        }

        /** In the place of somebody active, and why. */
        Nominee replacing(UUID active, String why, LocalDate until, int overlap) {
            return new Nominee(
                    id,
                    name,
                    qualifications,
                    state,
                    active,
                    why,
                    until,
                    overlap,
                    proposedBy,
                    proposedAt,
                    answerDue,
                    null,
                    null);
        }

        Nominee moved(NomineeState next, @Nullable String by, @Nullable String said) {
            if (!state.next().contains(next)) {
                throw new IllegalStateException(state + " does not move to " + next);
            }
            return new Nominee(
                    id,
                    name,
                    qualifications,
                    next,
                    replaces,
                    reason,
                    lastDay,
                    overlapDays,
                    proposedBy,
                    proposedAt,
                    answerDue,
                    by == null ? decidedBy : by,
                    said == null ? comment : said);
        }
    }

    KeyPosition planned(String better, List<String> needed, int share, @Nullable LocalDate by) {
        return new KeyPosition(key, better, needed, share, by, nominees, vacantSince, gap);
    }

    KeyPosition with(Nominee nominee) {
        var others = nominees.stream().filter(other -> !other.id().equals(nominee.id()));
        return new KeyPosition(
                key,
                title,
                qualifications,
                percent,
                nameBy,
                Stream.concat(others, Stream.of(nominee)).toList(),
                vacantSince,
                gap);
    }

    /** Vacant from now on, or no longer. */
    KeyPosition counted(Instant at) {
        boolean held = nominees.stream().anyMatch(nominee -> nominee.state() == NomineeState.ACTIVE);
        return new KeyPosition(
                key,
                title,
                qualifications,
                percent,
                nameBy,
                nominees,
                held ? null : vacantSince == null ? at : vacantSince,
                !held && gap);
    }

    KeyPosition told() {
        return new KeyPosition(key, title, qualifications, percent, nameBy, nominees, vacantSince, true);
    }
}
