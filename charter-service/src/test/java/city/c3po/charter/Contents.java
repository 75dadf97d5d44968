package city.c3po.charter;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What charters say in tests, as JSON. */
public final class Contents {
    /** Enough for a LITE charter: one page. */
    public static final String LITE =
            """
            {"product": {"what": {"scope": "The city's website answers again",
                                  "deliverables": [{"name": "Website", "criteria": [
                                     {"key": "C1", "text": "It answers within a second", "method": "Measured for a week", "evidenceKind": "MEASUREMENT"},
                                     {"key": "C2", "text": "Every form works", "method": "Tried once each", "evidenceKind": "TEST_REPORT"}]}]},
                         "why": {"problem": "Residents cannot reach the city",
                                 "objectives": [{"text": "Reachable", "metric": "Availability", "baseline": "90 %%", "target": "99.9 %%", "due": "2027-06-30"}]}},
             "project": {"when": {"start": "2026-07-01", "finish": "2026-12-31"},
                         "how": {"approach": {"kind": "AGILE", "decidedBy": "ppm", "decidedOn": "2026-03-02",
                                 "answers": [{"criterion": "How well are the requirements known?", "answer": "Not well"}]}}},
             "people": {"stakeholders": [{"level": "PUBLIC", "name": "Residents"}, {"level": "MANAGEMENT", "name": "Web office"}],
                        "noStakeholders": [%s]}}""".formatted(none("COUNCIL", "EXECUTIVE", "OPERATIONAL", "TECHNICAL", "LABOUR", "VENDOR"));

    private Contents() {}

    private static String none(String... levels) {
        return Arrays.stream(levels)
                .map(level -> "{\"level\": \"%s\", \"reason\": \"Not concerned\"}".formatted(level))
                .collect(Collectors.joining(", "));
    }

    /** Enough for every tier, in these departments. */
    public static String full(String... departments) {
        var liaisons = Arrays.stream(departments)
                .map(code -> "{\"department\": \"%s\", \"person\": \"%s\", \"from\": \"2026-01-01\"}"
                        .formatted(code, Http.LIAISON.subject()))
                .collect(Collectors.joining(", "));
        return """
            {"product": {"what": {"scope": "One app for service requests", "boundaries": "Not the call centre",
                                  "deliverables": [{"name": "App", "criteria": [
                                     {"key": "C1", "text": "Requests reach the crew", "method": "Ten tried", "evidenceKind": "TEST_REPORT"},
                                     {"key": "C2", "text": "Spanish and Vietnamese", "method": "Read by two speakers", "evidenceKind": "INSPECTION"}]}]},
                         "why": {"problem": "Calls get lost",
                                 "objectives": [{"text": "Closed sooner", "metric": "Days to close", "baseline": "12", "target": "5", "due": "2027-12-31"}],
                                 "benefits": [{"text": "Fewer calls", "measure": "Calls a month", "due": "2028-06-30"}]}},
             "project": {"who": {"roster": [{"person": "ppm", "role": "Project manager"}]},
                         "how": {"approach": {"kind": "HYBRID", "decidedBy": "ppm", "decidedOn": "2026-03-02", "answers": [
                                     {"criterion": "How well are the requirements known?", "answer": "Half"},
                                     {"criterion": "How often will they change?", "answer": "Monthly"},
                                     {"criterion": "Can it be delivered in usable parts?", "answer": "Yes"},
                                     {"criterion": "How does the vendor bill: by milestone or by time?", "answer": "By milestone"},
                                     {"criterion": "Who decides between deliveries, and how fast?", "answer": "The product owner, in two days"}]},
                                 "governance": {"bodies": [{"name": "Steering", "chair": "Sponsor", "cadence": "Monthly"}],
                                     "decisions": [{"type": "Scope", "parts": [{"role": "Sponsor", "part": "ACCOUNTABLE"}, {"role": "PPM", "part": "RESPONSIBLE"}]}],
                                     "tolerances": [{"subject": "Cost", "limit": "10 %%"}],
                                     "escalation": [{"to": "Sponsor", "responseHours": 48}]},
                                 "risks": [{"text": "Vendor leaves", "response": "Source code escrow", "owner": "PPM"}],
                                 "communication": [{"what": "Newsletter", "audience": "Crews", "channel": "Mail", "cadence": "Monthly"}]},
                         "when": {"start": "2026-07-01", "finish": "2027-12-31", "milestones": [{"name": "Pilot", "due": "2027-03-31"}],
                                  "reporting": [{"what": "Status", "audience": "Committee", "cadence": "Every other month"}],
                                  "exitCriteria": ["All deliverables accepted"]}},
             "people": {"stakeholders": [{"level": "COUNCIL", "name": "Smart Cities Committee"}, {"level": "EXECUTIVE", "name": "City Manager"},
                            {"level": "MANAGEMENT", "name": "Deputies"}, {"level": "OPERATIONAL", "name": "Crews"},
                            {"level": "TECHNICAL", "name": "IT"}, {"level": "PUBLIC", "name": "Residents"}, {"level": "VENDOR", "name": "Acme"}],
                        "noStakeholders": [{"level": "LABOUR", "reason": "No jobs change"}],
                        "staffing": [%s], "itRole": "Runs it and owns the interfaces", "liaisons": [%s]},
             "process": {"changes": "Crews close requests themselves", "policies": "Technology policy 1.7"},
             "technology": {"architecture": "Phone app and a queue", "integrations": "Work orders"},
             "budget": {"lines": [{"fiscalYear": 2027, "source": "FL-CIP-0412", "amount": {"amount": 620000.00}}]},
             "reviews": {"privacy": "Done, no findings", "security": "Done, two findings settled", "accessibility": "WCAG 2.2 AA",
                         "records": "Seven years", "operationsOwner": "ops"}}""".formatted(
                        Arrays.stream(new String[] {"Product owner", "Project manager", "Technical lead", "Test lead"})
                                .map(role ->
                                        "{\"role\": \"%s\", \"fte\": 0.5, \"from\": \"2026-07-01\", \"until\": \"2027-12-31\", \"source\": \"Own staff\"}"
                                                .formatted(role))
                                .collect(Collectors.joining(", ")),
                        liaisons);
    }
}
