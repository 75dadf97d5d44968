package city.c3po.audit.followup;

import static city.c3po.audit.Http.AUDITOR;
import static city.c3po.audit.Http.BOARD;
import static city.c3po.audit.Http.PPM;

import city.c3po.audit.TheServers;
import city.c3po.testing.rest.RestConformance;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

@QuarkusTest
@WithTestResource(TheServers.class)
class CycleConformanceTest extends RestConformance {
    @Override
    protected String path() {
        return "/v1/follow-up-cycles";
    }

    /** Each of a body of its own: a body has one cycle at a time. */
    @Override
    protected String newBody(String title) {
        return "{\"title\": \"%s\", \"body\": \"b-%s\", \"asOf\": \"2026-12-31\"}"
                .formatted(title, UUID.randomUUID().toString().substring(0, 13));
    }

    @Override
    protected Invalid invalid() {
        return new Invalid("{\"title\": \"\", \"body\": \"A B\"}", Set.of("/title", "/body"));
    }

    @Override
    protected Transition transition() {
        return Transition.of("start-collecting");
    }

    @Override
    protected Map<String, String> filter() {
        return Map.of("state", "OPEN");
    }

    @Override
    protected String creator() {
        return PPM.token();
    }

    @Override
    protected String withoutRole() {
        return BOARD.token();
    }

    @Override
    protected String stranger() {
        return AUDITOR.bodies("another-body").token();
    }
}
