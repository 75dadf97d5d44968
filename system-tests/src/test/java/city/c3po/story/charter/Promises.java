package city.c3po.story.charter;

import city.c3po.story.cast.Proposals;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What charters of the stories say. */
final class Promises {
    private Promises() {}

    /** One page. */
    static ObjectNode page(LocalDate today) {
        return Proposals.json("""
                {"product": {"what": {"scope": "Crews see their orders on a tablet", "deliverables": [{"name": "Tablets", "criteria": [
                                {"key": "C1", "text": "Orders arrive within a minute", "method": "Ten tried", "evidenceKind": "TEST_REPORT"}]}]},
                             "why": {"problem": "Paper orders get lost", "objectives": [
                                {"text": "Closed on the day", "metric": "Orders closed", "baseline": "60 %%", "target": "90 %%", "due": "%s"}]}},
                 "project": {"when": {"start": "%s", "finish": "%s"},
                             "how": {"approach": {"kind": "AGILE", "decidedBy": "%s", "decidedOn": "%s",
                                     "answers": [{"criterion": "How well are the requirements known?", "answer": "Well"}]}}},
                 "people": {"stakeholders": [{"level": "OPERATIONAL", "name": "Crews"}], "noStakeholders": [%s]}}""".formatted(
                        today.plusYears(1),
                        today.plusMonths(1),
                        today.plusMonths(9),
                        Subjects.of("ppm"),
                        today,
                        Stream.of("COUNCIL", "EXECUTIVE", "MANAGEMENT", "TECHNICAL", "LABOUR", "PUBLIC", "VENDOR")
                                .map(level -> "{\"level\": \"%s\", \"reason\": \"Not concerned\"}".formatted(level))
                                .collect(Collectors.joining(", "))));
    }

    /** All that a MAJOR charter of two departments must say. */
    static ObjectNode whole(LocalDate today) {
        var staffing = Stream.of("Product owner", "Project manager", "Technical lead", "Test lead")
                .map(role ->
                        "{\"role\": \"%s\", \"fte\": 0.5, \"from\": \"%s\", \"until\": \"%s\", \"source\": \"Own staff\"}"
                                .formatted(role, today.plusMonths(1), today.plusYears(1)))
                .collect(Collectors.joining(", "));
        var liaisons = Stream.of("DEP-PW", "DEP-LIB")
                .map(code -> "{\"department\": \"%s\", \"person\": \"%s\", \"from\": \"2026-01-01\"}"
                        .formatted(code, Subjects.of("it-liaison")))
                .collect(Collectors.joining(", "));
        return Proposals.json(
                """
                {"product": {"what": {"scope": "One app for service requests", "boundaries": "Not the call centre",
                                      "deliverables": [{"name": "App", "criteria": [
                                         {"key": "C1", "text": "Requests reach the crew", "method": "Ten tried", "evidenceKind": "TEST_REPORT"},
                                         {"key": "C2", "text": "Spanish and Vietnamese", "method": "Read by two speakers", "evidenceKind": "INSPECTION"}]}]},
                             "why": {"problem": "Calls get lost",
                                     "objectives": [{"text": "Closed sooner", "metric": "Days to close", "baseline": "12", "target": "5", "due": "%1$s"}],
                                     "benefits": [{"text": "Fewer calls", "measure": "Calls a month", "due": "%1$s"}]}},
                 "project": {"who": {"roster": [{"person": "%4$s", "role": "Project manager"}]},
                             "how": {"approach": {"kind": "HYBRID", "decidedBy": "%4$s", "decidedOn": "%3$s", "answers": [
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
                             "when": {"start": "%2$s", "finish": "%1$s", "milestones": [{"name": "Pilot", "due": "%1$s"}],
                                      "reporting": [{"what": "Status", "audience": "Committee", "cadence": "Every other month"}],
                                      "exitCriteria": ["All deliverables accepted"]}},
                 "people": {"stakeholders": [{"level": "COUNCIL", "name": "Smart Cities Committee"}, {"level": "EXECUTIVE", "name": "City Manager"},
                                {"level": "MANAGEMENT", "name": "Deputies"}, {"level": "OPERATIONAL", "name": "Crews"},
                                {"level": "TECHNICAL", "name": "IT"}, {"level": "PUBLIC", "name": "Residents"}, {"level": "VENDOR", "name": "Acme"}],
                            "noStakeholders": [{"level": "LABOUR", "reason": "No jobs change"}],
                            "staffing": [%5$s], "itRole": "Runs it and owns the interfaces", "liaisons": [%6$s]},
                 "process": {"changes": "Crews close requests themselves", "policies": "Technology policy 1.7"},
                 "technology": {"architecture": "Phone app and a queue", "integrations": "Work orders"},
                 "budget": {"lines": [{"fiscalYear": 2027, "source": "FL-CIP-0412", "amount": {"amount": 620000.00}}]},
                 "reviews": {"privacy": "Done, no findings", "security": "Done, two findings settled", "accessibility": "WCAG 2.2 AA",
                             "records": "Seven years", "operationsOwner": "%4$s"}}""".formatted(today.plusYears(1), today.plusMonths(1), today, Subjects.of("ppm"), staffing, liaisons));
    }
}
