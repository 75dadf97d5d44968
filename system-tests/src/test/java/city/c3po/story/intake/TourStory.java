package city.c3po.story.intake;

import static city.c3po.story.cast.Proposals.json;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.story.cast.Department;
import city.c3po.story.cast.JournalRows;
import city.c3po.story.cast.Proposals;
import city.c3po.story.cast.ReportingJob;
import city.c3po.story.cast.Topic;
import city.c3po.story.suite.Answer;
import city.c3po.story.suite.Door;
import city.c3po.story.suite.RunningSuite;
import city.c3po.story.suite.TheSuite;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@TheSuite
@Order(1)
class TourStory {
    private static final String PPM = "00000000-0000-7000-8000-000000000003";

    private final RunningSuite suite;
    private final Department publicWorks;
    private final Door ppm;
    private final Door job;

    TourStory(RunningSuite suite) {
        this.suite = suite;
        this.publicWorks = new Department(suite.door().as("submitter"));
        this.ppm = suite.door().as("ppm");
        this.job = suite.door().as("reporting-job");
    }

    @Test
    void a_department_asks_the_rule_decides_and_the_job_pulls_what_changed() {
        var reporting = new ReportingJob(job, "/v1/changes?types=initiative");
        reporting.pull();

        var major = publicWorks.submit(Proposals.major("Fiber to all stations"));
        var minor = publicWorks.submit(Proposals.minor("Tablets for street crews"));
        var open = publicWorks.submit(Proposals.incomplete("Sensors in tree pits"));

        assertAll(
                () -> assertEquals("MAJOR", major.text("/triage/outcome")),
                () -> assertEquals("TRUE", major.text("/triage/criteria/COST"), "one cent above the line"),
                () -> assertEquals("TRIAGED", major.text("/state")),
                () -> assertEquals("MINOR", minor.text("/triage/outcome"), "exactly on the line is not above it"),
                () -> assertEquals("NEEDS_INFORMATION", open.text("/triage/outcome"), "unknown is never minor"),
                () -> assertEquals("/profile/safety", open.text("/triage/missing/0/pointer")),
                () -> assertEquals("SUBMITTED", open.text("/state")));

        var early = office(major, "start-review").expect(409);
        assertEquals("ppm-assigned", early.text("/code"));
        var assigned = ppm.ifMatch(major)
                .post(major.text("/href") + "/assign-ppm", json("{\"person\": \"%s\"}".formatted(PPM)))
                .expect(200);
        var reviewed = office(assigned, "start-review").expect(200);
        var delegated = office(minor, "delegate").expect(200);
        var answered = publicWorks.edit(open, json("{\"profile\": {\"safety\": false}}"));

        assertAll(
                () -> assertEquals("UNDER_REVIEW", reviewed.text("/state")),
                () -> assertEquals("DELEGATED", delegated.text("/state")),
                () -> assertEquals("MINOR", answered.text("/triage/outcome")),
                () -> assertEquals(
                        List.of("drafted", "submitted", "triaged", "ppmAssigned", "reviewStarted"),
                        factsOnTheTopic(reviewed)));

        var changed = reporting.pullUntil(lastRecorded(answered));

        assertEquals(
                ids(major, minor, open), subjects(changed.items()), "the second pull tells what changed, and no more");
        for (var latest : List.of(reviewed, delegated, answered)) {
            var told = changed.about(latest.text("/id")).getLast();
            assertAll(
                    () -> assertEquals(
                            version(latest), told.at("/subject/version").asLong()),
                    () -> assertEquals(
                            latest.text("/number"), told.at("/subject/number").asText()),
                    () -> assertEquals(recorded(latest), told.get("data"), "the state that was recorded"));
        }
        assertEquals(List.of(), reporting.pull().items(), "nothing has changed since");
    }

    @Test
    void a_job_that_waits_is_told_of_a_change_as_soon_as_it_is_there() {
        var draft = publicWorks.draft(Proposals.minor("Lamps that report their failure"));
        var reporting = new ReportingJob(job, "/v1/changes?types=initiative");
        reporting.pullUntil(lastRecorded(draft));

        var waiting = CompletableFuture.supplyAsync(
                () -> job.with("Prefer", "wait=25").get(reporting.position()));
        publicWorks.submit(draft);

        var told = waiting.join().expect(200).items();
        assertEquals(Set.of(draft.text("/id")), subjects(told));
    }

    @Test
    void the_past_is_answered_as_it_was_recorded() {
        var draft = publicWorks.draft(Proposals.incomplete("A well in the north"));
        var submitted = publicWorks.submit(draft);
        var renamed = publicWorks.edit(submitted, json("{\"title\": \"Two wells in the north\"}"));
        var history = ppm.get(renamed.text("/href") + "/history").expect(200).items();

        var drafted = asOf(renamed, recordedAt(history.getFirst())).expect(200);
        var before = asOf(renamed, recordedAt(history.getFirst()).minusMillis(1));
        var triaged = asOf(renamed, recordedAt(history.get(2))).expect(200);

        assertAll(
                () -> assertEquals(recorded(draft), drafted.json(), "the draft, with neither rights nor version"),
                () -> assertEquals("", drafted.etag()),
                () -> assertFalse(drafted.json().has("allowedActions")),
                () -> assertEquals("not-found", before.expect(404).text("/code")),
                () -> assertEquals("A well in the north", triaged.text("/title")),
                () -> assertEquals(
                        recorded(renamed),
                        asOf(renamed, Instant.now().plusSeconds(60)).json()));
    }

    @Test
    void a_row_that_somebody_rewrote_in_the_database_is_named() {
        var journal = new JournalRows(suite, "portfolio");
        var rewritten = publicWorks.submit(Proposals.major("A bridge"));
        var disowned = publicWorks.submit(Proposals.major("A tunnel"));
        var torn = publicWorks.submit(Proposals.major("A ferry"));
        var cut = publicWorks.submit(Proposals.major("A ford"));
        assertAll(List.of(rewritten, disowned, torn, cut).stream().map(initiative -> () -> {
            assertTrue(verification(initiative).get("verified").asBoolean());
            assertEquals(3, verification(initiative).get("versions").asInt());
        }));

        journal.rewrite(rewritten.text("/id"), 2, "state = jsonb_set(state, '{title}', '\"A cheaper bridge\"')");
        journal.rewrite(disowned.text("/id"), 3, "actor = 'nobody'");
        journal.tearOut(torn.text("/id"), 2);
        journal.tearOut(cut.text("/id"), 3);

        assertAll(
                () -> assertBroken(2, "state was changed", rewritten),
                () -> assertEquals(
                        journal.id(rewritten.text("/id"), 2),
                        verification(rewritten).get("brokenRow").asLong()),
                () -> assertBroken(3, "a column was changed", disowned),
                () -> assertBroken(3, "a version is missing before this row", torn),
                () -> assertBroken(3, "the newest rows are missing", cut));
    }

    private void assertBroken(int version, String fault, Answer initiative) {
        var verification = verification(initiative);
        assertAll(
                () -> assertFalse(verification.get("verified").asBoolean()),
                () -> assertEquals(version, verification.get("brokenVersion").asInt()),
                () -> assertEquals(fault, verification.get("fault").asText()));
    }

    private JsonNode verification(Answer initiative) {
        return ppm.get(initiative.text("/href") + "/history/verify").expect(200).json();
    }

    private Answer office(Answer seen, String verb) {
        return ppm.ifMatch(seen).post(seen.text("/href") + "/" + verb);
    }

    private Answer asOf(Answer initiative, Instant instant) {
        return ppm.get(initiative.text("/href") + "?asOf=" + instant);
    }

    private Instant lastRecorded(Answer initiative) {
        return recordedAt(ppm.get(initiative.text("/href") + "/history")
                .expect(200)
                .items()
                .getLast());
    }

    /** Once it has all arrived: what is committed is on its way, not yet there. */
    private List<String> factsOnTheTopic(Answer latest) {
        var topic = new Topic(suite, "c3po.portfolio.v1");
        var events = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> topic.about(latest.text("/id")),
                        seen -> !seen.isEmpty() && Long.parseLong(seen.getLast().sequence()) >= version(latest));
        return events.stream()
                .map(event -> event.type().replaceAll("city\\.c3po\\.initiative\\.(\\w+)\\.v1", "$1"))
                .toList();
    }

    private static Instant recordedAt(JsonNode entry) {
        return Instant.parse(entry.get("recordedAt").asText());
    }

    /** As the journal keeps it: without what depends on the reader. */
    private static JsonNode recorded(Answer initiative) {
        var state = (ObjectNode) initiative.json();
        state.remove("allowedActions");
        return state;
    }

    private static long version(Answer initiative) {
        return Long.parseLong(initiative.etag().replaceAll("^\"(\\d+)\\..*$", "$1"));
    }

    private static Set<String> ids(Answer... initiatives) {
        return Set.of(initiatives).stream()
                .map(initiative -> initiative.text("/id"))
                .collect(Collectors.toSet());
    }

    private static Set<String> subjects(List<JsonNode> items) {
        return items.stream().map(item -> item.at("/subject/id").asText()).collect(Collectors.toSet());
    }
}
