package city.c3po.testing.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The one shape that every error has, whoever made it: the service, the framework or the gateway. */
public final class ProblemShape {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TEXTS = List.of("type", "title", "detail", "instance", "code", "traceId");
    private static final Pattern TYPE = Pattern.compile("/problems/[a-z]+/[a-z0-9-]+");

    /** Stack frames, class names, and what the database says: none of the caller's business. */
    private static final Pattern INTERNAL = Pattern.compile("\\bat [\\w.$/]+\\([\\w.]*:?\\d*\\)"
            + "|\\b(?:java|javax|jakarta|org|io|com|city)(?:\\.[a-z]\\w*)+\\.[A-Z]\\w+"
            + "|\\w+Exception\\b"
            + "|\\bSQLSTATE\\b|\\bPSQL|\\bERROR: |\\bselect \\w+_\\d|\\bviolates [\\w-]+ constraint");

    private ProblemShape() {}

    /** What is wrong with an error's body; nothing for a good one. */
    public static List<String> faults(Reply reply) {
        if (!reply.isProblem()) {
            return List.of("not application/problem+json but "
                    + reply.header("Content-Type").orElse("no media type") + ": " + brief(reply.body()));
        }
        var faults = new ArrayList<String>();
        try {
            check(JSON.readTree(reply.body()), reply.status(), faults);
        } catch (JsonProcessingException e) {
            faults.add("the problem is no JSON: " + brief(reply.body()));
        }
        var internal = INTERNAL.matcher(reply.body());
        if (internal.find()) {
            faults.add("tells something internal: " + brief(internal.group()));
        }
        return faults;
    }

    private static void check(JsonNode problem, int status, List<String> faults) {
        for (var name : TEXTS) {
            if (!problem.path(name).isTextual() || problem.path(name).asText().isBlank()) {
                faults.add("no " + name + " in " + brief(problem.toString()));
            }
        }
        if (problem.path("status").asInt() != status) {
            faults.add("status " + problem.path("status") + " in an answer with status " + status);
        }
        var type = problem.path("type").asText();
        if (!TYPE.matcher(type).matches()
                || !type.endsWith("/" + problem.path("code").asText())) {
            faults.add("type " + type + " is not /problems/<key>/<code>");
        }
        for (var error : problem.path("errors")) {
            for (var name : List.of("pointer", "code", "detail")) {
                if (!error.path(name).isTextual()) {
                    faults.add("an error without " + name + ": " + brief(error.toString()));
                }
            }
        }
    }

    private static String brief(String text) {
        return text.length() <= 300 ? text : text.substring(0, 299) + "…";
    }
}
