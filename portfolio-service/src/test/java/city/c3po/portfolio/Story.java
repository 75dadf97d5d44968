package city.c3po.portfolio;

import static city.c3po.portfolio.Http.ADMIN;
import static city.c3po.portfolio.Http.ADMIN_2;
import static city.c3po.portfolio.Http.FINANCE;
import static city.c3po.portfolio.Http.PPM;
import static city.c3po.portfolio.Http.PPM_2;
import static city.c3po.portfolio.Http.PROCUREMENT;
import static city.c3po.portfolio.Http.SUBMITTER;
import static city.c3po.testing.http.Requests.create;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.hrefOf;
import static city.c3po.testing.http.Requests.patch;
import static city.c3po.testing.http.Requests.post;
import static city.c3po.testing.http.Requests.put;
import static city.c3po.testing.http.Requests.verb;

import io.restassured.response.Response;

/**
 * A day in which everything happens once: each operation is called, each fact is journalled. The contracts are held
 * against it, and the examples of documents and contracts are taken from it.
 */
public final class Story {
    private static final String MAJOR = """
        {"title": "My San Jose (SJ311)", "sponsoringDepartment": "DEP-PW", "affectedDepartments": ["DEP-LIB"],
         "what": {"outcome": "One app for every service request", "users": "Residents and crews"},
         "why": {"problem": "Calls get lost between departments", "measure": "Requests closed within 5 days",
                 "goals": ["Smart city"]},
         "cost": {"oneTime": [{"fiscalYear": 2027, "low": {"amount": 400000.00, "currency": "USD"},
                               "likely": {"amount": 620000.00, "currency": "USD"},
                               "high": {"amount": 900000.00, "currency": "USD"}}],
                  "operations": [{"fiscalYear": 2028, "likely": {"amount": 80000.00, "currency": "USD"}}]},
         "start": "2026-07-01", "finish": "2027-12-31",
         "profile": {"publicFacing": true, "personalCriminalOrHealthData": false, "surveillanceOrAi": null,
                     "electedOfficialInterest": true, "legalMandate": false, "safety": false, "labour": false,
                     "media": null, "flaggedSensitive": false},
         "vendor": "V-1001", "product": "SJ311", "fundingLine": "FL-CIP-0412",
         "riskOfNotDoing": "Requests go on getting lost", "sampleData": true}\
        """;

    /** Small in every respect, to be filled with a title and what shall differ. */
    public static final String MINOR = """
        {"title": "%s", "sponsoringDepartment": "DEP-PW", "affectedDepartments": [],
         "cost": {"oneTime": [{"fiscalYear": 2027, "likely": {"amount": 90000.00}}], "operations": []},
         "start": "2026-07-01", "finish": "2026-12-31",
         "profile": {"publicFacing": false, "personalCriminalOrHealthData": false, "surveillanceOrAi": false,
                     "electedOfficialInterest": false, "legalMandate": false, "safety": false, "labour": false,
                     "media": false, "flaggedSensitive": false}}\
        """;

    private Story() {}

    public static void tell() {
        referenceData();
        triagePolicies();
        majorInitiative();
        minorInitiatives();
        ProjectStory.tell();
        ControlsStory.tell();
        BoardStory.tell();
        LearningStory.tell();
    }

    /** What initiatives refer to. */
    public static void referenceData() {
        create(
                ADMIN,
                "/v1/departments/DEP-PW",
                "{\"name\": \"Public Works\", \"head\": \"%s\"}".formatted(PPM.subject()));
        create(ADMIN, "/v1/departments/DEP-LIB", "{\"name\": \"Library\"}");
        create(
                ADMIN,
                "/v1/people/" + PPM.subject(),
                "{\"name\": \"Ada Park\", \"email\": \"ada.park@city.example\", \"department\": \"DEP-PW\", \"title\":"
                        + " \"Product-project manager\"}");
        create(
                ADMIN,
                "/v1/vendors/V-1001",
                "{\"name\": \"Acme Civic\", \"externalRefs\": [{\"source\": \"finance\", \"key\": \"ACME\"}]}");
        put(
                PROCUREMENT,
                "/v1/vendors/by-ref/procurement/SUP-77",
                null,
                "{\"number\": \"V-1002\", \"name\": \"Bridge Software\"}");
        create(
                ADMIN,
                "/v1/funding-lines/FL-CIP-0412",
                "{\"name\": \"Civic apps\", \"department\": \"DEP-PW\", \"fiscalYear\": 2027}");
        create(
                ADMIN,
                "/v1/calendars/CITY",
                "{\"name\": \"City Hall\", \"zone\": \"America/Los_Angeles\", \"holidays\": [{\"date\":"
                        + " \"2026-12-25\", \"name\": \"Christmas Day\"}]}");
        for (var record : new String[] {
            "departments/DEP-PW",
            "people/" + PPM.subject(),
            "vendors/V-1001",
            "funding-lines/FL-CIP-0412",
            "calendars/CITY"
        }) {
            var path = "/v1/" + record;
            expect(200, get(ADMIN, path));
            expect(200, get(ADMIN, path.substring(0, path.lastIndexOf('/'))));
            expect(200, get(ADMIN, path + "/history"));
            expect(200, get(ADMIN, path + "/history/verify"));
        }
    }

    private static void triagePolicies() {
        var draft = expect(201, post(ADMIN, "/v1/triage-policies", """
            {"title": "C3PO in the mix, lower line", "rationale": "Prices fell", "effectiveFrom": "2098-07-01",
             "thresholds": {"cost": {"amount": 400000.00, "currency": "USD"}, "departments": 1, "months": 12,
                            "profile": ["publicFacing", "safety", "flaggedSensitive"]}}\
            """));
        draft = expect(200, patch(ADMIN, draft, "{\"effectiveFrom\": \"2099-07-01\"}"));
        var proposed = expect(200, verb(ADMIN, draft, "propose"));
        draft = expect(200, verb(ADMIN_2, proposed, "return", "{\"comment\": \"Which report says so?\"}"));
        proposed = expect(200, verb(ADMIN, draft, "propose"));
        var adopted = expect(200, verb(ADMIN_2, proposed, "adopt"));
        expect(200, get(ADMIN, hrefOf(adopted)));
        expect(200, get(ADMIN, "/v1/triage-policies"));
        expect(200, get(ADMIN, hrefOf(adopted) + "/history"));
        expect(200, get(ADMIN, hrefOf(adopted) + "/history/verify"));
    }

    private static void majorInitiative() {
        var draft = expect(
                201,
                post(
                        SUBMITTER,
                        "/v1/initiatives",
                        "{\"title\": \"My San Jose\", \"sponsoringDepartment\": \"DEP-PW\", \"sampleData\": true}"));
        draft = expect(200, patch(SUBMITTER, draft, MAJOR));
        var triaged = expect(200, verb(SUBMITTER, draft, "submit"));
        var asked = expect(
                200,
                verb(PPM, triaged, "override-triage", "{\"outcome\": \"MINOR\", \"reason\": \"Only a new label\"}"));
        triaged = expect(200, verb(PPM_2, asked, "reject-override", "{\"comment\": \"It is more than that\"}"));
        draft = expect(200, verb(PPM, triaged, "return", "{\"comment\": \"Which crews will use it?\"}"));
        triaged = expect(200, verb(SUBMITTER, draft, "submit"));
        var assigned = expect(200, verb(PPM, triaged, "assign-ppm", "{\"person\": \"%s\"}".formatted(PPM_2.subject())));
        var reviewed = expect(200, verb(PPM, assigned, "start-review"));
        var copy = submitted(MINOR.formatted("San Jose app"));
        expect(
                200,
                verb(
                        PPM,
                        copy,
                        "mark-duplicate",
                        "{\"of\": \"%s\", \"comment\": \"The same app\"}"
                                .formatted(reviewed.jsonPath().getString("id"))));
        var part = submitted(MINOR.formatted("San Jose app for crews"));
        expect(
                200,
                verb(
                        PPM,
                        part,
                        "merge",
                        "{\"into\": \"%s\", \"comment\": \"One app will do\"}"
                                .formatted(reviewed.jsonPath().getString("id"))));
        var href = hrefOf(reviewed);
        for (var path : new String[] {"", "/triage", "/triages", "/revisions", "/history", "/history/verify"}) {
            expect(200, get(PPM, href + path));
        }
        expect(200, get(PPM, "/v1/initiatives?limit=1&q=San%20Jose&sort=OLDEST"));
    }

    private static void minorInitiatives() {
        var fed = put(FINANCE, "/v1/initiatives/by-ref/finance/PRJ-00815", null, MINOR.formatted("FMS Upgrade"));
        expect(201, fed);
        var minor = submitted(MINOR.formatted("Treasury Management System"));
        expect(200, verb(PPM, minor, "delegate"));
        var grown = submitted(MINOR.formatted("Workers Comp Upgrade"));
        grown = expect(
                200,
                patch(
                        SUBMITTER,
                        grown,
                        "{\"cost\": {\"oneTime\": [{\"fiscalYear\": 2027, \"likely\": {\"amount\": 510000.00}}]}}"));
        expect(200, verb(SUBMITTER, grown, "withdraw", "{\"reason\": \"The county does it\"}"));
        var loud = submitted(MINOR.formatted("Business Tax Amnesty"));
        loud = expect(
                200,
                verb(
                        SUBMITTER,
                        loud,
                        "override-triage",
                        "{\"outcome\": \"MAJOR\", \"reason\": \"Everybody will call\"}"));
        expect(200, verb(PPM, loud, "confirm-override"));
    }

    /** An initiative handed in by the department. */
    public static Response submitted(String body) {
        return expect(200, verb(SUBMITTER, expect(201, post(SUBMITTER, "/v1/initiatives", body)), "submit"));
    }
}
