package city.c3po.audit.control;

import city.c3po.audit.known.CityDays;
import city.c3po.audit.known.KnownRecords;
import city.c3po.audit.known.Told;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who judges what: one root's record, with what it rests on. */
final class Judges {
    /** The kinds of records that are judged; the rest only changes the judgement of these. */
    static final List<String> ROOTS =
            List.of("policy", "charter", "project", "initiative", "engagement", "report", "quality");

    private final KnownRecords known;
    private final CityDays days;
    private final String policy;

    Judges(KnownRecords known, CityDays days, String policy) {
        this.known = known;
        this.days = days;
        this.policy = policy;
    }

    /** @param root absent, where something was told of others that rest on it before it was told itself */
    Readings judge(Optional<Told> root, String type, Instant now) {
        var readings = new Readings(days, now);
        if (type.equals(OfficeJudge.DASHBOARD)) {
            OfficeJudge.dashboard(known, readings);
        }
        root.ifPresent(told -> {
            switch (type) {
                case "policy" -> OfficeJudge.policy(told, policy, readings);
                case "charter" -> CharterJudge.judge(told, known, readings);
                case "project" -> ProjectJudge.project(told, known, readings);
                case "initiative" -> ProjectJudge.initiative(told, known, readings);
                case "engagement" -> EngagementJudge.judge(told, known, readings);
                case "report" -> OfficeJudge.report(told, readings);
                case "quality" -> OfficeJudge.quality(told, readings);
                default -> {}
            }
        });
        return readings;
    }
}
