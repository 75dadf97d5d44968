package city.c3po.audit.control;

import city.c3po.audit.known.KnownRecords;
import city.c3po.audit.known.Told;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What vendors' engagements say of key positions and evaluations. */
final class EngagementJudge {
    private static final int MONTHS = 12;

    private EngagementJudge() {}

    /** It runs from its award, or from its record where no award was told, to its last day. */
    static void judge(Told engagement, KnownRecords known, Readings into) {
        var awarded = engagement.day("/awardedOn");
        var ends = engagement.day("/endsOn");
        into.again(awarded);
        into.again(ends == null ? null : ends.plusDays(1));
        var today = into.today();
        if (awarded != null && awarded.isAfter(today) || ends != null && ends.isBefore(today)) {
            return;
        }
        engagement.list("/keyPositions").forEach(position -> position(engagement, position, into));
        var created = engagement.instant("/createdAt");
        evaluation(engagement, awarded != null ? awarded : created == null ? null : into.dateOf(created), known, into);
    }

    private static void position(Told engagement, JsonNode position, Readings into) {
        boolean filled = Told.listOf(position.path("nominees"))
                .anyMatch(nominee -> "ACTIVE".equals(nominee.path("state").asText()));
        var nameBy = Told.dayOf(position.path("nameBy"));
        if (!filled && nameBy != null && !nameBy.isBefore(into.today())) {
            // somebody is promised for a day to come
            into.again(nameBy.plusDays(1));
            return;
        }
        var key = position.path("key").asText();
        into.count(
                Part.KEY_POSITION_FILLED, key, Readings.reference(engagement), filled ? null : key + ": nobody active");
    }

    private static void evaluation(Told engagement, @Nullable LocalDate since, KnownRecords known, Readings into) {
        var last = known.evaluationsOf(engagement.id()).stream()
                .filter(evaluation -> evaluation.says("/state", "FINAL"))
                .map(evaluation -> evaluation.instant("/finalAt"))
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
        if (last != null) {
            var until = last.atZone(ZoneOffset.UTC).plusMonths(MONTHS).toInstant();
            into.again(until);
            into.count(
                    Part.ENGAGEMENT_EVALUATED,
                    "",
                    Readings.reference(engagement),
                    until.isAfter(into.now()) ? null : "last evaluated on " + into.dateOf(last));
            return;
        }
        var asked = since == null ? null : since.plusMonths(MONTHS);
        into.again(asked);
        if (asked != null && !asked.isAfter(into.today())) {
            into.count(Part.ENGAGEMENT_EVALUATED, "", Readings.reference(engagement), "never evaluated");
        }
    }
}
