package city.c3po.charter.charter;

import city.c3po.platform.value.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An attempt to have it accepted. */
@Schema(name = "Acceptance", description = "An attempt to have what was delivered accepted.")
public record Acceptance(
        int attempt,
        Instant startedAt,
        List<Assessment> assessments,

        @Schema(description = "What was delivered, as far as no event of portfolio says it.") @Nullable Actuals actuals,

        @Schema(description = "SHA-256 of the statement that the seats sign.") @Nullable String statementHash,

        @Schema(description = "After a failed attempt: by when it is to be cured.") @Nullable LocalDate cureUntil) {

    /** Entered with evidence until portfolio's events say it. */
    @Schema(name = "AcceptanceActuals")
    public record Actuals(
            @Nullable Money cost,
            @Nullable LocalDate finish,
            List<Measured> objectives,
            List<Measured> benefits,
            List<String> evidence) {}

    @Schema(
            name = "AcceptanceMeasured",
            description = "The actual value of an objective or benefit, by its place in the charter.")
    public record Measured(int index, String actual) {}

    Acceptance with(Assessment fresh) {
        var all = new ArrayList<>(assessments);
        all.removeIf(former -> former.criterion().equals(fresh.criterion()));
        all.add(fresh);
        return new Acceptance(attempt, startedAt, List.copyOf(all), actuals, statementHash, cureUntil);
    }

    Acceptance stated(@Nullable Actuals said, @Nullable String hash) {
        return new Acceptance(attempt, startedAt, assessments, said, hash, cureUntil);
    }

    Acceptance toBeCured(LocalDate until) {
        return new Acceptance(attempt, startedAt, assessments, actuals, statementHash, until);
    }

    public List<String> criteria(Assessment.Verdict verdict) {
        return assessments.stream()
                .filter(assessment -> assessment.verdict() == verdict)
                .map(Assessment::criterion)
                .sorted()
                .toList();
    }
}
