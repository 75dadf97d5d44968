package city.c3po.audit.control;

import city.c3po.audit.known.KnownRecords;
import city.c3po.audit.known.Told;
import city.c3po.platform.value.Reference;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Set;

/** What the policy register, the report cycles, the dashboard and the inventory's quality say. */
final class OfficeJudge {
    /** The one root that is no record of somebody's: the public dashboard shows the last published report. */
    static final String DASHBOARD = "dashboard";

    static final String PUBLIC = "public";

    private static final Set<String> GIVEN_UP = Set.of("CANCELLED");
    private static final int WINDOW_MONTHS = 12;
    private static final int EVERY_OTHER_MONTH = 2;
    private static final int DAYS_TO_PUBLISH = 15;

    private OfficeJudge() {}

    /** @param code names the city's technology policy through all its editions */
    static void policy(Told policy, String code, Readings into) {
        if (!policy.says("/code", code) || !policy.says("/state", "ADOPTED")) {
            return;
        }
        policy.list("/acknowledgements").forEach(asked -> {
            var department = asked.path("department").asText();
            into.count(
                    Part.POLICY_ACKNOWLEDGED,
                    department,
                    new Reference("department", department, department, "/v1/departments/" + department),
                    Told.textOf(asked.path("at")) == null ? "not acknowledged" : null);
        });
    }

    /** A corrected edition was published once already, by the one that it supersedes. */
    static void report(Told report, Readings into) {
        var state = report.text("/state");
        if (state == null
                || GIVEN_UP.contains(state)
                || report.text("/supersedes/id") != null
                || report.text("/supersedes") != null) {
            return;
        }
        var told = report.instant("/dueAt");
        var meeting = report.day("/meetingDate");
        if (told == null && meeting == null) {
            return;
        }
        var due = told != null ? told : into.endOf(meeting);
        var published = report.instant("/publishedAt");
        var leaves = due.atZone(ZoneOffset.UTC).plusMonths(WINDOW_MONTHS).toInstant();
        into.again(due.plusSeconds(1));
        into.again(leaves);
        if (!leaves.isAfter(into.now()) || published == null && !due.isBefore(into.now())) {
            return;
        }
        into.count(
                Part.REPORT_ON_TIME,
                "",
                Readings.reference(report),
                published == null
                        ? "not published"
                        : published.isAfter(due) ? "published on " + into.dateOf(published) : null);
    }

    static void dashboard(KnownRecords known, Readings into) {
        known.lastPublishedReport().ifPresent(report -> {
            var cutOff = report.instant("/cutOff");
            if (cutOff == null) {
                return;
            }
            var fresh = cutOff.atZone(ZoneOffset.UTC)
                    .plusMonths(report.whole("/everyMonths", EVERY_OTHER_MONTH))
                    .plusDays(DAYS_TO_PUBLISH)
                    .toInstant();
            into.again(fresh);
            into.count(
                    Part.DASHBOARD_FRESH,
                    "",
                    Readings.reference(report),
                    fresh.isAfter(into.now()) ? null : "data as of " + into.dateOf(cutOff));
        });
    }

    /** An index that the inventory cannot reckon is no zero. */
    static void quality(Told quality, Readings into) {
        var index = quality.decimal("/index");
        if (quality.state().path("city").asBoolean()
                && index != null
                && index.signum() >= 0
                && index.compareTo(BigDecimal.ONE) <= 0) {
            into.share(Part.INVENTORY_QUALITY, Readings.reference(quality), index);
        }
    }
}
