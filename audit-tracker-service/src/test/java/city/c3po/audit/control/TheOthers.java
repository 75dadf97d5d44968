package city.c3po.audit.control;

import city.c3po.audit.City;
import city.c3po.audit.known.CityDays;
import java.time.LocalDate;
import java.util.UUID;

/** What the other services tell of one project and all that hangs on it, told anew whenever something changes. */
final class TheOthers {
    final String tag = UUID.randomUUID().toString().substring(0, 13);
    final String project = "p-" + tag;
    final String initiative = "i-" + tag;
    final String charter = "c-" + tag;
    final String template = "t-" + tag;
    final String engagement = "e-" + tag;
    private final LocalDate today;

    TheOthers(CityDays days) {
        this.today = days.today();
    }

    /** Versions only grow, whichever record they are of; each is told once more than the last. */
    private void tell(String source, String type, String fact, String id, String state) {
        long next = 1
                + City.count("select coalesce(max(version), 0) from known_record where type = '%s' and id = '%s'"
                        .formatted(type, id));
        City.tell(source, type, fact, id, next, state);
        City.await(
                type + " " + id,
                () -> City.count("select count(*) from known_record where type = '%s' and id = '%s' and version = %d"
                                .formatted(type, id, next))
                        == 1);
    }

    void initiative(String outcome, String state, String ppm) {
        tell("portfolio", "initiative", "edited", initiative, """
                {"id": "%s", "number": "INI-9", "href": "/v1/initiatives/x", "state": "%s", "ppm": %s, "triage": {"outcome": "%s"}}""".formatted(initiative, state, ppm, outcome));
    }

    void project(String state) {
        tell("portfolio", "project", "edited", project, """
                {"id": "%s", "number": "PRJ-9", "href": "/v1/projects/x", "state": "%s", "ppm": null,
                 "initiative": {"type": "initiative", "id": "%s"}}""".formatted(project, state, initiative));
    }

    void template() {
        tell("charter", "charterTemplate", "adopted", template, """
                {"id": "%s", "href": "/v1/charter-templates/x", "text": {"rules": ["STAKEHOLDERS", "APPROACH", "GOVERNANCE", "LIAISONS", "SESSION", "DOCUMENTS"],
                 "staffing": ["Product owner"], "documents": ["PROJECT_PLAN"]}}""".formatted(template));
    }

    /** @param complete whether it says all that is asked */
    void charter(String state, boolean complete, int sessions) {
        var people = complete
                ? """
                {"stakeholders": [{"level": "PUBLIC"}, {"level": "COUNCIL"}, {"level": "EXECUTIVE"}, {"level": "MANAGEMENT"},
                  {"level": "OPERATIONAL"}, {"level": "TECHNICAL"}, {"level": "LABOUR"}],
                 "noStakeholders": [{"level": "VENDOR", "reason": "None yet"}],
                 "staffing": [{"role": "product OWNER"}],
                 "liaisons": [{"department": "DEP-PW", "person": "x", "from": "%s", "until": "%s"}]}""".formatted(today.minusDays(9), today.plusDays(9))
                : "{\"stakeholders\": [{\"level\": \"PUBLIC\"}]}";
        var governance = complete ? """
                {"bodies": [{"name": "Steering", "chair": "CIO", "cadence": "monthly"}],
                 "decisions": [{"type": "Scope", "parts": [{"role": "Sponsor", "part": "ACCOUNTABLE"}]}],
                 "tolerances": [{"subject": "cost", "limit": "10 %"}], "escalation": [{"to": "CIO", "responseHours": 24}]}""" : "null";
        tell("charter", "charter", "edited", charter, """
                {"id": "%s", "number": "CHA-9", "href": "/v1/charters/x", "state": "%s", "tier": "MAJOR", "sessions": %d,
                 "departments": ["DEP-PW"], "project": {"type": "project", "id": "%s"}, "template": {"id": "%s"},
                 "content": {"people": %s, "project": {"how": {"governance": %s, "approach": {"kind": "AGILE", "decidedOn": "%s"}}}}}""".formatted(
                        charter, state, sessions, project, template, people, governance, today.minusDays(30)));
    }

    void document(String kind, boolean withdrawn) {
        tell("charter", "document", "registered", "d-" + tag, """
                {"id": "d", "kind": "%s", "charter": {"id": "%s"}, "withdrawnAt": %s}""".formatted(
                        kind, charter, withdrawn ? "\"2026-01-05T17:00:00Z\"" : "null"));
    }

    void engagement(LocalDate solicited, LocalDate awarded, String nominee) {
        tell("charter", "engagement", "revised", engagement, """
                {"id": "%s", "number": "ENG-9", "href": "/v1/engagements/x", "project": {"id": "%s"}, "solicitedOn": "%s",
                 "awardedOn": "%s", "endsOn": null, "createdAt": "2026-01-05T17:00:00Z",
                 "keyPositions": [{"key": "lead", "nameBy": null, "nominees": [{"state": "%s"}]}]}""".formatted(
                        engagement, project, solicited, awarded, nominee));
    }

    void evaluation(String finalAt) {
        tell("charter", "evaluation", "evaluationFinal", "v-" + tag, """
                {"id": "v", "state": "FINAL", "finalAt": "%s", "engagement": {"id": "%s"}}""".formatted(finalAt, engagement));
    }

    void ranking() {
        tell("portfolio", "ranking", "ranked", "r-" + tag, """
                {"id": "r", "places": [{"rank": 1, "initiative": {"type": "initiative", "id": "%s", "number": "INI-9"}}]}""".formatted(initiative));
    }

    void lesson(String state) {
        tell("portfolio", "lesson", "recorded", "l-" + tag, """
                {"id": "l", "state": "%s", "project": {"type": "project", "id": "%s"}}""".formatted(state, project));
    }

    void policy(String code, String state, String acknowledged) {
        tell("portfolio", "policy", "edited", "y-" + tag, """
                {"id": "y", "code": "%s", "state": "%s", "acknowledgements": [{"department": "DEP-PW", "at": %s}, {"department": "DEP-LIB", "at": null}]}""".formatted(code, state, acknowledged));
    }

    void report(String state, String dueAt, String publishedAt, String cutOff) {
        tell("reporting", "report", "published", "s-" + tag, """
                {"id": "s", "number": "RPT-9", "href": "/v1/report-cycles/x", "state": "%s", "dueAt": "%s", "publishedAt": %s, "cutOff": "%s",
                 "everyMonths": 2, "supersedes": null}""".formatted(state, dueAt, publishedAt, cutOff));
    }

    void quality(String index) {
        tell("inventory", "quality", "measured", "city", """
                {"id": "city", "href": "/v1/quality/city", "city": true, "index": %s}""".formatted(index));
    }
}
