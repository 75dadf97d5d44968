package city.c3po.portfolio;

import static city.c3po.portfolio.Http.HEAD;
import static city.c3po.portfolio.Http.PPM;
import static city.c3po.portfolio.Http.PPM_2;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.hrefOf;
import static city.c3po.testing.http.Requests.patch;
import static city.c3po.testing.http.Requests.post;
import static city.c3po.testing.http.Requests.text;
import static city.c3po.testing.http.Requests.verb;

import city.c3po.testing.Tokens;
import io.restassured.response.Response;
import org.jspecify.annotations.Nullable;

/** A delegated initiative becomes a project, passes its gates, and closes; and what else happens to projects. */
public final class ProjectStory {
    private ProjectStory() {}

    static void tell() {
        var program = expect(201, post(PPM, "/v1/programs", "{\"title\": \"Ship IT!\", \"sampleData\": true}"));
        program = expect(200, patch(PPM, program, "{\"description\": \"Project acceleration\"}"));
        var parent = expect(201, post(PPM, "/v1/programs", "{\"title\": \"Digital city\"}"));
        program = expect(200, verb(PPM, program, "place", "{\"program\": \"%s\"}".formatted(id(parent))));
        var product = expect(
                201,
                post(
                        PPM,
                        "/v1/products",
                        "{\"title\": \"My San Jose\", \"owner\": \"%s\", \"department\": \"DEP-PW\"}"
                                .formatted(Tokens.as("product-owner").subject())));
        product = expect(200, patch(PPM, product, "{\"title\": \"My San Jose (SJ311)\"}"));
        expect(200, verb(PPM, product, "activate", "{\"reason\": \"Residents use it\"}"));

        var initiative = expect(200, verb(PPM, Story.submitted(Story.MINOR.formatted("Website search")), "delegate"));
        var converted = expect(
                200,
                verb(PPM, initiative, "convert", "{\"projects\": [{\"ppm\": \"%s\"}]}".formatted(PPM_2.subject())));
        var href = converted.jsonPath().getString("projects[0].href");
        var project = governed(href, program, product);
        expect(200, verb(PPM_2, project, "record-actual", """
                {"cost": {"amount": 655000.00}, "finish": "2027-02-26"}"""));
        project = get(PPM, href);
        expect(200, verb(PPM_2, project, "close"));
        expect(200, verb(PPM, converted = get(PPM, hrefOf(converted)), "close"));
        overdue();
        reads(program, product, project);

        var empty = expect(201, post(PPM, "/v1/programs", "{\"title\": \"Short-lived\"}"));
        expect(200, verb(PPM, empty, "close"));
    }

    /** Through all gates, from a charter that is committed to one that is accepted. */
    private static Response governed(String href, Response program, Response product) {
        var project = expect(200, get(PPM, href));
        project = expect(200, verb(PPM, project, "assign-ppm", "{\"person\": \"%s\"}".formatted(PPM.subject())));
        project = expect(200, verb(PPM, project, "assign-ppm", "{\"person\": \"%s\"}".formatted(PPM_2.subject())));
        project = expect(200, patch(PPM, project, "{\"approach\": \"AGILE\", \"kind\": \"WEBSITE\"}"));
        project = expect(200, verb(PPM, project, "place", "{\"program\": \"%s\"}".formatted(id(program))));
        project = expect(200, verb(PPM_2, project, "name-products", "{\"products\": [\"%s\"]}".formatted(id(product))));
        expect(200, verb(PPM_2, project, "forecast", """
                {"cost": {"amount": 640000.00}, "finish": "2027-01-29"}"""));
        project = expect(200, get(PPM, href));
        project = expect(
                200,
                verb(
                        PPM,
                        project,
                        "answer-reclassification",
                        "{\"accepted\": true, \"reason\": \"The offers are higher\"}"));
        try (var charters = new Charters()) {
            charters.of(id(project), "CHA-2026-0009").says("committed").says("cancelled");
            Charters.await(
                    PPM,
                    href + "/history?limit=500",
                    answer -> answer.asString().contains("criterionReopened"));
            var charter = charters.of(id(project), "CHA-2026-0010").says("committed");
            project = Charters.await(PPM, href, answer -> answer.jsonPath().getBoolean("gates[0].criteria[0].met"));
            project = open(project, "G1", null);
            project = expect(200, verb(PPM_2, project, "start-planning"));
            project = expect(200, verb(PPM_2, project, "decide-in-house", "{\"reason\": \"We have the people\"}"));
            project = gate(project, PPM_2, "G4", "criteria", "{\"text\": \"The call centre is trained.\"}");
            project = gate(project, PPM_2, "G4", "criteria/own-2/meet", "{\"evidence\": \"Course list\"}");
            project = open(project, "G3", "baseline");
            project = expect(200, verb(PPM_2, project, "start-execution"));
            project = expect(200, verb(PPM_2, project, "hold", "{\"reason\": \"The budget is frozen\"}"));
            project = expect(200, verb(PPM_2, project, "resume", "{\"reason\": \"It is not any more\"}"));
            project = open(project, "G4", "go-live");
            project = expect(200, verb(PPM_2, project, "start-closing"));
            charter.says("accepted");
            project = Charters.await(PPM, href, answer -> answer.jsonPath().getBoolean("gates[4].criteria[0].met"));
            return open(project, "G5", null);
        }
    }

    /** A condition whose day passes. */
    private static void overdue() {
        var project = registered("Street lights", PPM_2);
        project = gate(project, PPM, "G2", "name-approvers", approver());
        project = gate(project, PPM_2, "G2", "submit", null);
        var due = BusinessTime.today().plusDays(3);
        project = gate(
                project,
                HEAD,
                "G2",
                "judge",
                "{\"opinion\": \"GO_ON_CONDITION\", \"comment\": \"Ask procurement\", \"due\": \"%s\"}".formatted(due));
        BusinessTime.advanceDays(5);
        project = Charters.await(
                PPM,
                hrefOf(project),
                answer -> "CLOSED".equals(answer.jsonPath().getString("gates[1].state")));
        expect(200, verb(PPM, project, "cancel", "{\"reason\": \"LED lamps last\"}"));
    }

    private static void reads(Response program, Response product, Response project) {
        for (var record : new Response[] {program, product, project}) {
            for (var path : new String[] {"", "/history", "/history/verify"}) {
                expect(200, get(PPM, hrefOf(record) + path));
            }
        }
        for (var path : new String[] {
            "/v1/programs",
            "/v1/products",
            "/v1/projects?q=Website",
            "/v1/portfolio-rollup",
            hrefOf(program) + "/rollup",
            hrefOf(product) + "/rollup"
        }) {
            expect(200, get(PPM, path));
        }
    }

    /** A project that no initiative led to, with its PPM. */
    public static Response registered(String title, Tokens ppm) {
        var project = expect(
                201,
                post(
                        PPM,
                        "/v1/projects",
                        "{\"title\": \"%s\", \"sponsoringDepartment\": \"DEP-PW\", \"start\": \"2026-07-01\"}"
                                .formatted(title)));
        return expect(200, verb(PPM, project, "assign-ppm", "{\"person\": \"%s\"}".formatted(ppm.subject())));
    }

    /** Opens a gate: its one approver is the department's head. */
    public static Response open(Response project, String gate, @Nullable String criterion) {
        var seen = gate(project, PPM, gate, "name-approvers", approver());
        if (criterion != null) {
            seen = gate(seen, PPM_2, gate, "criteria/" + criterion + "/meet", "{\"evidence\": \"On record\"}");
        }
        seen = gate(seen, PPM_2, gate, "submit", null);
        return gate(seen, HEAD, gate, "judge", "{\"opinion\": \"GO\"}");
    }

    public static Response gate(Response project, Tokens by, String gate, String verb, @Nullable String body) {
        var path = "gates/" + gate + "/" + verb;
        return expect(200, body == null ? verb(by, project, path) : verb(by, project, path, body));
    }

    static String approver() {
        return "{\"mode\": \"ALL\", \"people\": [\"%s\"]}".formatted(HEAD.subject());
    }

    public static String id(Response seen) {
        return text(seen, "id");
    }
}
