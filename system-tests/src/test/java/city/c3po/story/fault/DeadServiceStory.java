package city.c3po.story.fault;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.story.cast.Department;
import city.c3po.story.cast.Proposals;
import city.c3po.story.cast.ReportingJob;
import city.c3po.story.suite.Answer;
import city.c3po.story.suite.Door;
import city.c3po.story.suite.RunningSuite;
import city.c3po.story.suite.TheSuite;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@TheSuite
@Order(8)
class DeadServiceStory {
    private static final Duration RECOVERY = Duration.ofSeconds(60);

    private final RunningSuite suite;
    private final Door anybody;
    private final Door ppm;
    private final Door job;

    DeadServiceStory(RunningSuite suite) {
        this.suite = suite;
        this.anybody = suite.door();
        this.ppm = anybody.as("ppm");
        this.job = anybody.as("reporting-job");
    }

    @AfterEach
    void nothing_stays_dead() {
        suite.mend();
    }

    @Test
    void a_dead_service_is_said_to_be_dead_and_takes_nobody_with_it() {
        suite.kill("reporting");

        var refused = job.get("/v1/changes");
        var written = new Department(anybody.as("submitter")).submit(Proposals.major("Written meanwhile"));

        assertAll(
                () -> assertPassing(refused),
                () -> assertEquals("MAJOR", written.text("/triage/outcome")),
                () -> ppm.get(written.text("/href")).expect(200),
                this::documentsAreServed,
                () -> assertTrue(
                        anybody.get("/openapi.json").json().at("/paths").has("/v1/changes"),
                        "the document still tells of the dead service"));

        suite.start("reporting");

        await("the door finds the service again")
                .atMost(RECOVERY)
                .until(() -> job.get("/v1/changes").succeeded());
        var told = new ReportingJob(job, "/v1/changes?mode=log").pullUntil(Instant.now());
        assertEquals(3, told.about(written.text("/id")).size(), "what happened meanwhile is told");
    }

    @Test
    void without_the_identity_provider_nobody_is_let_in_by_mistake_and_all_recovers_by_itself() {
        // Fetched while there is somebody to fetch them from.
        ppm.get("/v1/initiatives").expect(200);
        suite.kill("identity");

        var known = ppm.get("/v1/initiatives");
        var stranger = anybody.withToken("not.a.token").get("/v1/initiatives");

        assertAll(
                () -> assertTrue(known.succeeded() || isPassing(known), known::toString),
                () -> assertTrue(stranger.status() == 401 || isPassing(stranger), stranger::toString),
                () -> anybody.get("/v1/initiatives").expect(401),
                this::documentsAreServed);

        suite.kill("portfolio");
        suite.start("portfolio");
        suite.start("identity");

        await("a service that started without the identity provider finds it")
                .atMost(RECOVERY)
                .until(() -> ppm.get("/v1/initiatives").succeeded());
        await("new tokens are accepted")
                .atMost(RECOVERY)
                .until(() -> anybody.withToken(suite.freshToken("ppm-2"))
                        .get("/v1/initiatives")
                        .succeeded());
    }

    private void documentsAreServed() {
        assertAll(
                () -> anybody.get("/openapi.json").expect(200),
                () -> anybody.get("/openapi/reporting.json").expect(200),
                () -> anybody.get("/openapi/portfolio.json").expect(200),
                () -> anybody.get("/docs").expect(200),
                () -> anybody.get("/problems/gateway/service-unreachable").expect(200));
    }

    private static void assertPassing(Answer answer) {
        assertTrue(isPassing(answer), answer::toString);
    }

    /** A clear "not now": 503 as a problem that says when to come back. */
    private static boolean isPassing(Answer answer) {
        return answer.status() == 503
                && answer.header("Content-Type").startsWith("application/problem+json")
                && !answer.header("Retry-After").isEmpty();
    }
}
