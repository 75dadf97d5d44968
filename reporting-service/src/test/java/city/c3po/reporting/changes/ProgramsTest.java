package city.c3po.reporting.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.c3po.reporting.Portfolio;
import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The feed of one program: what joins it has entered, what leaves it has left. */
@QuarkusTest
@WithInfra(value = "reporting", consumes = "portfolio", cabled = true)
class ProgramsTest {
    private Portfolio portfolio;
    private final Job job = Job.reader();

    @BeforeEach
    void open() {
        portfolio = new Portfolio();
    }

    @AfterEach
    void close() {
        portfolio.close();
    }

    private Portfolio.Event in(String program, String id, long version) {
        var event = portfolio.event(id, version);
        var reference = program.isEmpty()
                ? "null"
                : "{\"type\":\"program\",\"id\":\"" + program + "\",\"number\":\"PGM-" + program + "\"}";
        return event.state(portfolio.state(id, "\"title\":\"v" + version + "\",\"program\":" + reference));
    }

    private String feed(String program, String mode) {
        return "/v1/changes?types=" + portfolio.type + "&programs=" + program + "&mode=" + mode;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ship", "PGM-ship", "PGM-ship,other"})
    void isFoundByIdAndByNumber(String program) {
        portfolio.tell(in("ship", "a", 1), in("elsewhere", "b", 1), in("", "c", 1));
        assertEquals(List.of("snapshot a 1"), job.round(feed(program, "net")).told());
    }

    @ParameterizedTest
    @ValueSource(strings = {"net", "log"})
    void whatJoinsEntersAndWhatGoesLeaves(String mode) {
        portfolio.tell(in("ship", "a", 1), in("", "b", 1), in("ship", "d", 1));
        var delta = job.round(feed("ship", mode)).delta();

        portfolio.tell(
                in("other", "a", 2),
                in("ship", "b", 2),
                in("ship", "c", 1),
                in("ship", "d", 2).fact("removed"));

        var round = job.round(delta);
        assertEquals(List.of("leftScope a 2", "enteredScope b 2", "created c 1", "removed d 2"), round.told());
        portfolio.tell(in("ship", "c", 2), in("other", "a", 3));
        assertEquals(List.of("updated c 2"), job.round(round.delta()).told());
    }

    private Portfolio.Event of(String project, String id, long version) {
        return portfolio
                .event(id, version)
                .state(portfolio.state(
                        id,
                        "\"title\":\"v" + version + "\",\"project\":{\"type\":\"project\",\"id\":\"" + project
                                + "\",\"number\":null,\"href\":\"/v1/projects/" + project + "\"}"));
    }

    /** A project of this test's own, in a program or in none. */
    private void project(String id, long version, String program) {
        var wire = new Portfolio("project");
        try (wire) {
            var reference = program.isEmpty()
                    ? "null"
                    : "{\"type\":\"program\",\"id\":\"" + program + "\",\"number\":\"PGM-" + program + "\"}";
            wire.send(wire.event(id, version).state(wire.state(id, "\"program\":" + reference)));
            Portfolio.await(
                    id + " " + version,
                    () -> Portfolio.count("select count(*) from subject where type = 'project' and id = '" + id
                                    + "' and version >= " + version)
                            == 1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"net", "log"})
    void aRecordBelongsToTheProgramOfItsProject(String mode) {
        var own = "prj-" + portfolio.type + mode;
        var ship = "ship-" + portfolio.type + mode;
        project(own, 1, ship);
        portfolio.tell(of(own, "charter", 1), of("another", "other", 1));

        assertEquals(
                List.of("charter 1"),
                job.round(feed(ship, "net")).told().stream()
                        .map(told -> told.replace("snapshot ", ""))
                        .toList());
        var delta = job.round(feed(ship, mode)).delta();
        var round = job.round(delta);
        portfolio.tell(of(own, "charter", 2));
        round = job.round(round.delta());
        assertEquals(List.of("updated charter 2"), round.told());

        project(own, 2, "");
        round = job.round(round.delta());
        assertEquals(List.of("leftScope charter 2"), round.told(), "its project has left");
        project(own, 3, ship);
        round = job.round(round.delta());
        assertEquals(List.of("enteredScope charter 2"), round.told(), "and come back");
    }

    @Test
    void theProjectMayComeAfterWhatBelongsToIt() {
        var own = "late-" + portfolio.type;
        var everything = job.round("/v1/changes?types=" + portfolio.type + "&mode=log");
        portfolio.tell(of(own, "risk", 1));
        everything = job.round(everything.delta());
        var ship = "ship-" + own;
        assertEquals(List.of(), job.round(feed(ship, "net")).told());

        project(own, 1, ship);

        assertEquals(
                List.of("snapshot risk 1"),
                job.round(feed("PGM-" + ship, "net")).told());
        assertEquals(
                List.of(),
                job.round(everything.delta()).told(),
                "whoever does not ask by program has nothing new to know");
    }

    @Test
    void otherProgramsAreAnotherJourney() {
        var delta = job.round(feed("ship", "net")).delta();
        var answer = job.get(delta.replace("programs=ship", "programs=other"));
        assertEquals(400, answer.status());
        assertEquals("cursor-mismatch", answer.json().path("code").asText());
    }
}
