package city.c3po.testing.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.Collection;
import java.util.TreeMap;

/** Clients program against problem codes: {@code docs/problems/<key>.json} is the list of them, sorted by code. */
public final class ProblemCodes {
    private final CommittedFile committed;

    private ProblemCodes(CommittedFile committed) {
        this.committed = committed;
    }

    public static ProblemCodes of(String key) {
        return new ProblemCodes(CommittedFile.docs("problems/" + key + ".json"));
    }

    static ProblemCodes in(Path file, boolean updates) {
        return new ProblemCodes(new CommittedFile(file, updates));
    }

    /** @param problems one record or map per problem, with a member {@code code} */
    public void check(Collection<?> problems) {
        var sorted = JsonNodeFactory.instance.arrayNode();
        byCode(CommittedFile.parse(problems)).forEach(sorted::add);
        committed.check(
                sorted,
                ProblemCodes::byCode,
                pointer -> pointer.isEmpty() ? "the list" : "problem " + pointer.substring(1));
    }

    /** As an object, so that a difference names the code it is about. */
    private static JsonNode byCode(JsonNode list) {
        var byCode = new TreeMap<String, JsonNode>();
        for (var problem : list) {
            var code = problem.path("code").asText();
            if (code.isEmpty() || byCode.put(code, problem) != null) {
                throw new AssertionError("every problem has a code of its own: " + problem);
            }
        }
        return JsonNodeFactory.instance.objectNode().setAll(byCode);
    }
}
