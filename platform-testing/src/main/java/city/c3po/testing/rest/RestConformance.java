package city.c3po.testing.rest;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import city.c3po.testing.Tokens;
import io.restassured.RestAssured;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * Extended once per service (and per resource that deserves it) with a description of a resource whose records are made
 * by {@code POST}, edited by merge-patch and moved by transitions. Tokens are asked for before each use, so that a run
 * against a real identity provider can renew them.
 */
public abstract class RestConformance {
    /** Of the collection: {@code /v1/initiatives}. */
    protected abstract String path();

    /** A body that makes a valid record, as the creator may make it; the title goes between the quotes as it is. */
    protected abstract String newBody(String title);

    /** A body that can be read but whose values cannot be right, and the pointers to each of them. */
    protected abstract Invalid invalid();

    /** A move that the creator may make right after the creation, and not twice. */
    protected abstract Transition transition();

    /** A filter of the list that every record made here matches; the narrower, the faster. */
    protected abstract Map<String, String> filter();

    /** Token of somebody who may create, read, edit and move the records made here. */
    protected abstract String creator();

    /** Token whose roles may not create. */
    protected abstract String withoutRole();

    /** Token whose roles may edit, but not the records that the creator made. */
    protected abstract String stranger();

    /** A member that is free text, listed as a CSV column of the same name. */
    protected String titleMember() {
        return "title";
    }

    protected String baseUri() {
        return RestAssured.baseURI + ":" + RestAssured.port;
    }

    /** What is wrong with a token → that token. */
    protected Map<String, String> badTokens() {
        var good = Tokens.as("submitter");
        var bad = new LinkedHashMap<String, String>();
        bad.put("expired", good.expired().token());
        bad.put("not yet valid", good.notYet().token());
        bad.put("of a foreign issuer", good.foreignIssuer().token());
        bad.put("for another audience", good.wrongAudience().token());
        bad.put("with algorithm none", good.algNone().token());
        bad.put("signed by another key", good.otherKey().token());
        bad.put("cut in half", good.token().substring(0, good.token().length() / 2));
        bad.put("no token at all", "nonsense");
        return bad;
    }

    /** @param pointers into the body, as problems name them: {@code /cost/oneTime} */
    public record Invalid(String body, Set<String> pointers) {}

    /** @param body empty for a transition that takes none */
    public record Transition(String verb, Optional<String> body) {
        public static Transition of(String verb) {
            return new Transition(verb, Optional.empty());
        }
    }

    @TestFactory
    Stream<DynamicNode> every_request_is_answered_by_the_conventions() {
        var api = new Api(this);
        return Stream.<Subject>of(
                        new Authentication(api),
                        new Reading(api),
                        new Bodies(api),
                        new Parameters(api),
                        new Preconditions(api),
                        new Transitions(api),
                        new Idempotency(api),
                        new Pages(api),
                        new Streams(api),
                        new TimeTravel(api))
                .map(subject -> dynamicContainer(subject.name(), tests(subject)));
    }

    private static List<DynamicNode> tests(Subject subject) {
        return subject.checks().stream()
                .<DynamicNode>map(check -> dynamicTest(check.sentence(), () -> {
                    try {
                        check.code().execute();
                    } catch (AssertionError e) {
                        // Reports of dynamic tests name the factory only.
                        throw new AssertionError(subject.name() + ": " + check.sentence() + "\n" + e.getMessage(), e);
                    }
                }))
                .toList();
    }
}
