package city.c3po.story.operations;

import city.c3po.story.cast.Proposals;
import java.util.List;
import java.util.Set;

/**
 * What one kind of client writes, over and over: one new record each time.
 *
 * @param service whose journal shows what became of it
 * @param aggregate what it is there
 * @param user who writes
 * @param body with a place for a number, so that no two are alike
 */
record Load(String service, String aggregate, String user, String path, String body) {
    /** Of every service the simplest that it takes from a person. */
    static final List<Load> ALL = List.of(
            new Load(
                    "portfolio",
                    "initiative",
                    "submitter",
                    "/v1/initiatives",
                    Proposals.minor("Written by many, %d").toString()),
            new Load("charter", "delegation", "sponsor", "/v1/delegations", """
                    {"delegate": "deputy-%d", "purposes": ["COMMIT"], "from": "2030-01-01", "until": "2030-01-14"}"""),
            new Load("inventory", "asset", "ppm", "/v1/assets", """
                    {"kind": "HARDWARE", "name": "Branch desktop %d"}"""),
            new Load("audit", "audit", "auditor", "/v1/audits", """
                    {"title": "Audit %1$d", "issuerKind": "CITY_AUDITOR", "body": "city-auditor", "issued": "2019-11-01"}"""),
            new Load("reporting", "report", "ppm", "/v1/report-cycles", """
                    {"body": "committee-%d", "title": "Technology portfolio", "cutOff": "2031-02-28",
                     "meetingDate": "2031-03-05"}"""));

    /** Whose events the feed tells; reporting's own are not among them. */
    static final Set<String> TOLD = Set.of("portfolio", "charter", "inventory", "audit");

    String body(int number) {
        return body.formatted(number);
    }
}
