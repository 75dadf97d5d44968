package city.c3po.portfolio.project;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A report that is owed because the project is far off its course. */
@Schema(name = "SpecialReport", description = "Owed within 30 days when the project is 10 % or more off its course.")
record SpecialReport(
        List<String> because,
        LocalDate since,

        @Schema(description = "Last day on which it is filed in time.")
        LocalDate due,

        @Nullable String text,
        @Nullable String filedBy,
        @Nullable Instant filedAt) {

    SpecialReport filed(String report, String by, Instant at) {
        return new SpecialReport(because, since, due, report, by, at);
    }
}
