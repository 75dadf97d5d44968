package city.c3po.portfolio;

import static city.c3po.portfolio.Http.ADMIN;
import static city.c3po.portfolio.Http.ADMIN_2;
import static city.c3po.portfolio.Http.HEAD;
import static city.c3po.portfolio.Http.PPM;
import static city.c3po.portfolio.Http.PPM_2;
import static city.c3po.portfolio.Http.SUBMITTER;
import static city.c3po.testing.http.Requests.expect;
import static city.c3po.testing.http.Requests.get;
import static city.c3po.testing.http.Requests.hrefOf;
import static city.c3po.testing.http.Requests.patch;
import static city.c3po.testing.http.Requests.post;
import static city.c3po.testing.http.Requests.verb;

import io.restassured.response.Response;

/** Policies are adopted and acknowledged, delegated initiatives supported, people trained. */
public final class LearningStory {
    private LearningStory() {}

    static void tell() {
        var first = policy("technology-management");
        first = expect(200, patch(ADMIN, first, "{\"title\": \"Technology Management and Deployments Policy\"}"));
        first = expect(200, verb(ADMIN_2, first, "adopt", adoption()));
        first = expect(200, verb(HEAD, first, "acknowledge", "{\"department\": \"DEP-PW\"}"));
        var second = policy("technology-management");
        expect(200, verb(ADMIN_2, second, "adopt", adoption()));

        var delegated = expect(200, verb(PPM, Story.submitted(Story.MINOR.formatted("Small tool")), "delegate"));
        var engagement = offered(delegated);
        engagement = expect(200, verb(SUBMITTER, engagement, "decline", "{\"comment\": \"Not now\"}"));
        engagement = offered(delegated);
        engagement = expect(200, verb(SUBMITTER, engagement, "accept", "{\"comment\": \"Gladly\"}"));
        engagement = expect(200, verb(PPM, engagement, "complete", "{\"outcome\": \"It runs\"}"));

        var training = expect(201, post(PPM, "/v1/trainings", "{\"title\": \"Writing charters\"}"));
        training = expect(200, patch(PPM, training, "{\"title\": \"Writing a charter\"}"));
        training = expect(
                200,
                verb(
                        PPM,
                        training,
                        "add-session",
                        "{\"day\": \"%s\", \"place\": \"City Hall\", \"trainer\": \"%s\"}"
                                .formatted(BusinessTime.today(), PPM_2.subject())));
        training = expect(
                200,
                verb(
                        PPM,
                        training,
                        "record-attendance",
                        "{\"session\": \"%s\", \"people\": [\"%s\"]}"
                                .formatted(training.jsonPath().getString("sessions[0].id"), SUBMITTER.subject())));
        var project = ProjectStory.registered("Keeps to policies", PPM_2);
        expect(
                200,
                verb(PPM_2, project, "record-compliance", "{\"area\": \"CYBERSECURITY\", \"verdict\": \"COMPLIANT\"}"));
        for (var record : new Response[] {first, engagement, training}) {
            for (var path : new String[] {"", "/history", "/history/verify"}) {
                expect(200, get(PPM, hrefOf(record) + path));
            }
        }
        for (var path : new String[] {"/v1/policies", "/v1/support-engagements", "/v1/trainings"}) {
            expect(200, get(PPM, path));
        }
    }

    /** By the policy admin; another one adopts it. */
    public static Response policy(String code) {
        return expect(201, post(ADMIN, "/v1/policies", """
                {"code": "%s", "title": "Technology policy", "text": "Everything has an owner.",
                 "areas": ["PLANNING", "CYBERSECURITY"]}""".formatted(code)));
    }

    public static String adoption() {
        return "{\"departments\": [\"DEP-PW\", \"DEP-LIB\"], \"acknowledgeBy\": \"%s\"}"
                .formatted(BusinessTime.today().plusDays(30));
    }

    public static Response offered(Response initiative) {
        return expect(
                201,
                post(
                        PPM,
                        "/v1/support-engagements",
                        "{\"initiative\": \"%s\", \"supporter\": \"%s\", \"offer\": \"Two days of help\"}"
                                .formatted(ProjectStory.id(initiative), PPM.subject())));
    }
}
