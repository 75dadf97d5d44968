package city.c3po.testing.rest;

import static city.c3po.testing.rest.Subject.check;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Who are you, and may your roles do this at all? Asked before anything else is looked at. */
record Authentication(Api api) implements Subject {
    @Override
    public String name() {
        return "authentication";
    }

    @Override
    public List<Check> checks() {
        var checks = new ArrayList<Check>();
        checks.add(check(
                "a list without token is 401", () -> refused(api.anonymous().get(api.list()))));
        checks.add(check("a record without token is 401, whether it exists or not", () -> {
            refused(api.anonymous().get(api.url(api.make().path())));
            refused(api.anonymous().get(api.list() + "/" + UUID.randomUUID()));
        }));
        checks.add(check(
                "a creation without token is 401 before its body is read",
                () -> refused(
                        api.anonymous().contentType(Api.JSON).body("{\"half\":").post(api.list()))));
        checks.add(check("an edit without token is 401 and changes nothing", () -> {
            var made = api.make();
            refused(api.anonymous()
                    .contentType(Api.MERGE_PATCH)
                    .header("If-Match", made.tag())
                    .body(api.patchBody("Stolen"))
                    .patch(api.url(made.path())));
            assertEquals(made.tag(), Api.tag(api.read(made)));
        }));
        checks.add(check(
                "a transition without token is 401",
                () -> refused(api.anonymous()
                        .post(api.url(api.make().path() + "/"
                                + api.kind().transition().verb())))));
        checks.add(check(
                "a token in the query is no token",
                () -> refused(api.anonymous()
                        .queryParam("access_token", api.kind().creator())
                        .get(api.list()))));
        api.kind()
                .badTokens()
                .forEach((fault, token) -> checks.add(check("a token " + fault + " is 401", () -> {
                    refused(api.with(token).get(api.list()));
                    refused(api.with(token)
                            .contentType(Api.JSON)
                            .body(api.newBody())
                            .post(api.list()));
                })));
        checks.add(check("a token without the role is 403 and creates nothing", () -> {
            var title = api.freshTitle();
            Expect.problem(
                    403,
                    api.with(api.kind().withoutRole())
                            .contentType(Api.JSON)
                            .body(api.kind().newBody(title))
                            .post(api.list()));
            assertEquals(0, api.named(title));
        }));
        checks.add(check(
                "a token without the role is 403 before the body is read",
                () -> Expect.problem(
                        403,
                        api.with(api.kind().withoutRole())
                                .contentType(Api.JSON)
                                .body("{\"half\":")
                                .post(api.list()))));
        checks.add(check("somebody else's record is 403 or 404 and stays as it is", () -> {
            var made = api.make();
            Expect.problem(
                    Set.of(403, 404),
                    api.with(api.kind().stranger())
                            .contentType(Api.MERGE_PATCH)
                            .header("If-Match", made.tag())
                            .body(api.patchBody("Taken over"))
                            .patch(api.url(made.path())));
            assertEquals(made.tag(), Api.tag(api.read(made)));
        }));
        return checks;
    }

    private static void refused(Response answer) {
        Expect.problem(401, answer);
        var challenge = answer.header("WWW-Authenticate");
        assertTrue(challenge != null && challenge.startsWith("Bearer"), "WWW-Authenticate: " + challenge);
    }
}
