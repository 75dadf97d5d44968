package city.c3po.platform.web;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** The one shape every problem has. */
final class Shape {
    private Shape() {}

    static ValidatableResponse problem(Response response, int status, String code) {
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .header("X-Request-Id", matchesPattern("\\S+"))
                .header("Cache-Control", "no-store")
                .body("type", equalTo("/problems/platformtest/" + code))
                .body("code", equalTo(code))
                .body("status", equalTo(status))
                .body("title", matchesPattern("[A-Z].*"))
                .body("detail", matchesPattern("[A-Z].*\\."))
                .body("instance", matchesPattern("/.*"))
                .body("traceId", matchesPattern("\\S+"))
                .body("detail", not(matchesPattern(".*([a-z]+\\.){2}[A-Z].*")));
    }
}
