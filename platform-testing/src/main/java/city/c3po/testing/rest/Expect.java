package city.c3po.testing.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.testing.http.ProblemShape;
import city.c3po.testing.http.Reply;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What every refusal has in common. */
final class Expect {
    private Expect() {}

    static JsonPath problem(int status, Response answer) {
        return problem(Set.of(status), answer);
    }

    static JsonPath problem(Set<Integer> statuses, Response answer) {
        assertTrue(
                statuses.contains(answer.statusCode()),
                () -> "expected " + statuses + ", got " + answer.statusCode() + " " + answer.asString());
        assertEquals(List.of(), ProblemShape.faults(reply(answer)));
        return answer.jsonPath();
    }

    /** A problem whose errors point to each of these places. */
    static void problemAt(int status, Set<String> pointers, Response answer) {
        List<String> named = problem(status, answer).getList("errors.pointer", String.class);
        assertTrue(
                named != null && named.containsAll(pointers),
                () -> "errors name " + named + " and should name " + pointers + ": " + answer.asString());
    }

    private static Reply reply(Response answer) {
        Map<String, List<String>> headers = answer.headers().asList().stream()
                .collect(Collectors.groupingBy(
                        header -> header.getName().toLowerCase(),
                        Collectors.mapping(header -> header.getValue(), Collectors.toList())));
        return new Reply(answer.statusCode(), headers, answer.asString());
    }
}
