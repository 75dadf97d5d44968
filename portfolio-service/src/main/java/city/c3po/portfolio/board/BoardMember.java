package city.c3po.portfolio.board;

import city.c3po.portfolio.reference.Codes;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who holds a seat, from which day to which. */
@Schema(name = "BoardMember", description = "Who holds a seat, from which day to which.")
record BoardMember(
        @NotNull @Min(1) @Max(99) Integer seat,

        @Schema(description = "Subject of the member.") @NotNull @Pattern(regexp = Codes.SUBJECT) String person,

        @Schema(description = "Subject of who stands in.") @Nullable @Pattern(regexp = Codes.SUBJECT) String alternate,

        @Schema(description = "First day of the term.") @NotNull LocalDate from,

        @Schema(description = "Last day of the term; null while it is open.") @Nullable LocalDate until) {

    boolean sits(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    boolean overlaps(BoardMember other) {
        return (until == null || !other.from.isAfter(until)) && (other.until == null || !from.isAfter(other.until));
    }

    BoardMember until(LocalDate last) {
        return new BoardMember(seat, person, alternate, from, last);
    }
}
