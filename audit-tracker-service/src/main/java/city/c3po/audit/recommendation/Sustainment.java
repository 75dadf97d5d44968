package city.c3po.audit.recommendation;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A look, months after the verdict, whether it still holds. */
@Schema(name = "Sustainment", description = "A re-test 6, 12 or 24 months after the verdict.")
public record Sustainment(
        @Schema(examples = "6") int months,

        LocalDate due,
        Result result,
        @Nullable LocalDate testedOn,

        @Schema(description = "Who tested; system where a control measures.") @Nullable String testedBy,

        @Schema(description = "Left out of the events of confidential recommendations.") @Nullable String comment) {

    /** What the look found. */
    public enum Result {
        COMING,
        DUE,
        SUSTAINED,
        NOT_SUSTAINED
    }

    static List<Sustainment> after(LocalDate verdict) {
        return Stream.of(6, 12, 24)
                .map(months -> new Sustainment(months, verdict.plusMonths(months), Result.COMING, null, null, null))
                .toList();
    }

    boolean open() {
        return switch (result) {
            case COMING, DUE -> true;
            case SUSTAINED, NOT_SUSTAINED -> false;
        };
    }

    Sustainment nowDue() {
        return new Sustainment(months, due, Result.DUE, null, null, null);
    }

    Sustainment tested(boolean sustained, LocalDate day, String by, @Nullable String words) {
        return new Sustainment(months, due, sustained ? Result.SUSTAINED : Result.NOT_SUSTAINED, day, by, words);
    }

    Sustainment silent() {
        return new Sustainment(months, due, result, testedOn, testedBy, null);
    }
}
