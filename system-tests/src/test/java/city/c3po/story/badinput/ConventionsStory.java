package city.c3po.story.badinput;

import city.c3po.story.cast.Proposals;
import city.c3po.story.suite.RunningSuite;
import city.c3po.story.suite.TheSuite;
import city.c3po.testing.rest.RestConformance;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Order;

/** The conventions that each service holds by itself, held through the gateway and with real tokens too. */
@TheSuite
@Order(3)
class ConventionsStory extends RestConformance {
    private final RunningSuite suite;

    ConventionsStory(RunningSuite suite) {
        this.suite = suite;
    }

    @Override
    protected String baseUri() {
        return suite.address();
    }

    @Override
    protected String path() {
        return "/v1/initiatives";
    }

    @Override
    protected String newBody(String title) {
        return Proposals.minor("a title").toString().replace("a title", title);
    }

    @Override
    protected Invalid invalid() {
        var body = Proposals.minor(" ").put("sponsoringDepartment", "Public Works");
        return new Invalid(body.toString(), Set.of("/title", "/sponsoringDepartment"));
    }

    @Override
    protected Transition transition() {
        return Transition.of("submit");
    }

    @Override
    protected Map<String, String> filter() {
        return Map.of("department", "DEP-PW", "q", "Conformance");
    }

    @Override
    protected String creator() {
        return suite.token("submitter");
    }

    @Override
    protected String withoutRole() {
        return suite.token("reporting-job");
    }

    @Override
    protected String stranger() {
        return suite.token("submitter-2");
    }

    @Override
    protected Map<String, String> badTokens() {
        var real = new Forgery(creator());
        return Map.of(
                "with algorithm none", real.signedByNobody(),
                "signed by another key", real.signedByAnotherKey(),
                "no token at all", "nonsense");
    }
}
