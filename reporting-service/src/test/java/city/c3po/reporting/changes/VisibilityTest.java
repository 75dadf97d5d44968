package city.c3po.reporting.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.reporting.Portfolio;
import city.c3po.testing.Tokens;
import city.c3po.testing.WithInfra;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithInfra(value = "reporting", consumes = "portfolio", cabled = true)
class VisibilityTest {
    private Portfolio portfolio;
    private final Job reader = Job.reader();
    private final Job office = Job.office();
    private String feed;

    @BeforeEach
    void open() {
        portfolio = new Portfolio();
        feed = "/v1/changes?types=" + portfolio.type;
    }

    @AfterEach
    void close() {
        portfolio.close();
    }

    @Test
    void whatOneMayNotSeeIsNotThere() {
        portfolio.tell(
                portfolio.event("public", 1).access("PUBLIC"),
                portfolio.event("internal", 1).access("INTERNAL"),
                portfolio.event("secret", 1).access("CONFIDENTIAL", "DEP-LIB"));

        assertEquals(
                List.of("snapshot public 1", "snapshot internal 1"),
                reader.round(feed).told());
        assertEquals(
                List.of("snapshot public 1"),
                new Job(Tokens.as("vendor")).round(feed).told());
        assertEquals(3, office.round(feed).items().size());
        assertEquals(3, new Job(Tokens.as("submitter-2")).round(feed).items().size());
        assertEquals(2, new Job(Tokens.as("submitter")).round(feed).items().size());
    }

    @Test
    void aPersonOrASourceNamedInTheRecordSeesIt() {
        var submitter = Tokens.as("submitter");
        portfolio.tell(
                portfolio
                        .event("mine", 1)
                        .accessJson(
                                "{\"classification\":\"CONFIDENTIAL\",\"people\":[\"" + submitter.subject() + "\"]}"),
                portfolio.event("fed", 1).accessJson("{\"classification\":\"INTERNAL\",\"sources\":[\"finance\"]}"),
                portfolio.event("sold", 1).accessJson("{\"classification\":\"INTERNAL\",\"vendor\":\"V-1001\"}"));

        assertTrue(new Job(submitter).round(feed).told().contains("snapshot mine 1"));
        assertEquals(
                List.of("snapshot fed 1"),
                new Job(Tokens.client("finance-system")).round(feed).told());
        assertEquals(
                List.of("snapshot sold 1"),
                new Job(Tokens.as("vendor")).round(feed).told());
    }

    @ParameterizedTest
    @ValueSource(strings = {"net", "log"})
    void whatGoesOutOfSightLeavesWithoutAWordAndEntersAsAWhole(String mode) {
        portfolio.tell(portfolio.event("a", 1));
        var delta = reader.round(feed + "&mode=" + mode).delta();

        portfolio.tell(portfolio.event("a", 2).access("CONFIDENTIAL"));
        var left = reader.round(delta);
        var gone = left.items().getFirst();
        assertEquals("leftScope a 2", Job.tell(gone));
        assertTrue(gone.path("data").isNull()
                && gone.path("changes").isEmpty()
                && gone.path("event").isNull());

        portfolio.tell(portfolio.event("a", 3).access("CONFIDENTIAL"));
        var silence = reader.round(left.delta());
        assertEquals(List.of(), silence.told());

        portfolio.tell(portfolio.event("a", 4).access("PUBLIC"));
        var back = reader.round(silence.delta()).items().getFirst();
        assertEquals("enteredScope a 4", Job.tell(back));
        assertEquals("version 4", back.at("/data/title").asText());
        assertTrue(back.path("changes").isEmpty());
    }

    @Test
    void whatLeftAndCameBackBetweenTwoRoundsIsAnUpdate() {
        portfolio.tell(portfolio.event("a", 1));
        var delta = reader.round(feed).delta();

        portfolio.tell(portfolio.event("a", 2).access("CONFIDENTIAL"), portfolio.event("a", 3));

        var item = reader.round(delta).items().getFirst();
        assertEquals("updated a 3", Job.tell(item));
        assertEquals("version 1", item.at("/changes/0/from").asText());
    }

    @Test
    void whatWasNeverSeenIsNotMissedWhenItIsRemoved() {
        portfolio.tell(portfolio.event("a", 1).access("CONFIDENTIAL"));
        var delta = reader.round(feed).delta();
        var log = reader.round(feed + "&mode=log").delta();

        portfolio.tell(portfolio.event("a", 2).fact("removed").access("CONFIDENTIAL"));

        assertEquals(List.of(), reader.round(delta).told());
        assertEquals(List.of(), reader.round(log).told());
        assertEquals(List.of(), reader.round(feed + "&mode=log").told());
    }

    @ParameterizedTest
    @ValueSource(strings = {"net", "log"})
    void aRecordThatChangesDepartmentLeavesOneFilterAndEntersTheOther(String mode) {
        portfolio.tell(
                portfolio.event("a", 1).access("INTERNAL", "DEP-PW"),
                portfolio.event("b", 1).access("INTERNAL", "DEP-LIB"));
        var works = reader.round(feed + "&departments=DEP-PW&mode=" + mode);
        var library = reader.round(feed + "&departments=DEP-LIB&mode=" + mode);
        assertEquals(1, works.items().size());
        assertEquals(1, library.items().size());

        portfolio.tell(portfolio.event("a", 2).access("INTERNAL", "DEP-LIB"));

        assertEquals(List.of("leftScope a 2"), reader.round(works.delta()).told());
        assertEquals(List.of("enteredScope a 2"), reader.round(library.delta()).told());
    }

    @Test
    void aDepartmentBelongsToItself() {
        try (var departments = new Portfolio("department")) {
            var code = "DEP-" + portfolio.type;
            departments.tell(departments.event(code, 1));

            assertEquals(
                    List.of("snapshot " + code + " 1"),
                    reader.round("/v1/changes?departments=" + code).told());
        }
    }

    @Test
    void whoeverMayNowSeeMoreOrLessBeginsAgain() {
        portfolio.tell(portfolio.event("a", 1));
        var person = Tokens.as("submitter");
        var delta = new Job(person).round(feed).delta();

        for (var changed : List.of(
                person.roles("submitter", "portfolio-manager"),
                person.departments("DEP-PW", "DEP-LIB"),
                person.sources("finance"),
                person.bodies("committee"),
                person.vendor("V-1"),
                Tokens.as("submitter-2").departments("DEP-PW"))) {
            var answer = new Job(changed).get(delta);
            assertEquals(410, answer.status(), answer.text());
            assertEquals("visibility-changed", answer.json().path("code").asText());
            assertEquals(feed, answer.header("Location"));
            assertEquals(
                    Job.parse("{\"action\":\"baseline\",\"from\":\"" + feed + "\"}"),
                    answer.json().path("resync"));
            assertEquals(200, new Job(changed).get(answer.header("Location")).status());
        }
        assertEquals(200, new Job(person).get(delta).status(), "a new token for the same sight");
    }

    @Test
    void anybodyWithARoleMayAskAndNobodyElse() {
        assertEquals(403, new Job(Tokens.as("resident")).get("/v1/changes").status());
        assertEquals(
                401,
                new Job(Tokens.as("submitter").expired()).get("/v1/changes").status());
        assertEquals(200, new Job(Tokens.as("clerk")).get("/v1/changes").status());
    }

    @Test
    void aChangeOfAccessAloneIsAChange() {
        portfolio.tell(portfolio.event("a", 1));
        var delta = reader.round(feed).delta();
        portfolio.tell(
                portfolio.event("a", 2).state(portfolio.event("a", 1).state()).access("PUBLIC"));

        var item = reader.round(delta).items().getFirst();
        assertEquals("updated a 2", Job.tell(item));
        assertTrue(item.path("changes").isEmpty());
        assertFalse(item.path("data").isNull());
    }
}
