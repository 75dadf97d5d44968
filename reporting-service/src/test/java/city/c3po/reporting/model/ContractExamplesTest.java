package city.c3po.reporting.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import city.c3po.reporting.log.Op;
import city.c3po.reporting.model.LogStates.Told;
import city.c3po.testing.contract.Contracts;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the other services committed to publish is what a report reads: no member that they fill is lost on the way. */
class ContractExamplesTest {
    private static final Instant NOON = Instant.parse("2026-03-02T20:00:00Z");

    /** An example, and of what. */
    record Example(String type, String file, JsonNode state) {
        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<Example> told(String type) {
        return Stream.of("portfolio", "charter", "inventory", "audit")
                .flatMap(key -> Contracts.of(key).types().stream()
                        .filter(fact -> fact.split("\\.")[2].equals(type))
                        .flatMap(fact -> Contracts.of(key).examples(fact).stream()))
                .map(path -> new Example(type, path.getFileName().toString(), state(path)));
    }

    private static JsonNode state(Path example) {
        try {
            return LogStates.parse(Files.readString(example)).path("state");
        } catch (IOException e) {
            throw new AssertionError(example.toString(), e);
        }
    }

    static Stream<Example> projects() {
        return told("project");
    }

    static Stream<Example> recommendations() {
        return told("recommendation");
    }

    static Stream<Example> risks() {
        return Stream.concat(
                told("risk"), Stream.of(new Example("risk", "as a project's controls tell it", LogStates.parse("""
                        {"number": "RSK-2026-0001", "state": "OPEN", "project": {"type": "project", "id": "p", "number": "PRJ-2026-0001"},
                         "text": {"title": "Key staff", "cause": "The market is hot", "event": "Key staff leave", "effect": "Go-live slips"},
                         "inherent": {"probability": 4, "impact": 5, "score": 20, "band": "HIGH"},
                         "current": {"probability": 3, "impact": 4, "score": 12, "band": "MEDIUM"},
                         "response": {"strategy": "REDUCE", "plan": "A second expert is trained"}}"""))));
    }

    @ParameterizedTest
    @MethodSource("projects")
    void aProjectIsPrintedWithAllThatItTells(Example example) {
        var state = example.state();
        var items = new Items(true, List.of(told(example)), List.of(), List.of()).all();
        if (items.isEmpty()) {
            assertTrue(
                    List.of("CLOSED", "CANCELLED").contains(state.path("state").asText()), example.toString());
            return;
        }
        var item = items.get(0);
        kept(state, "title", item, "title");
        kept(state, "state", item, "state");
        kept(state, "sponsoringDepartment", item, "department");
        kept(state, "start", item, "start");
        kept(state, "baseline/original/finish", item, "finish/original");
        kept(state, "baseline/current/finish", item, "finish/current");
        kept(state, "baseline/original/cost/amount", item, "cost/original/amount");
        kept(state, "baseline/current/cost/amount", item, "cost/planned/amount");
        kept(state, "baseline/rebaselines", item, "rebaselines");
        kept(state, "forecast/finish", item, "finish/forecast");
        kept(state, "forecast/cost/amount", item, "cost/forecast/amount");
        kept(state, "moneyActual/cost/amount", item, "cost/actual/amount");
        kept(state, "colour/computed", item, "colour/computed");
        kept(state, "colour/reported", item, "colour/reported");
        var milestones = state.path("milestones");
        if (!milestones.isEmpty()) {
            assertEquals(milestones.size(), item.path("milestones").size());
            for (int n = 0; n < milestones.size(); n++) {
                kept(milestones.get(n), "title", item.path("milestones").get(n), "name");
                kept(milestones.get(n), "baseline", item.path("milestones").get(n), "baseline");
                kept(milestones.get(n), "forecast", item.path("milestones").get(n), "due");
                kept(milestones.get(n), "actual", item.path("milestones").get(n), "actual");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("recommendations")
    void aRecommendationIsPrintedWithWhatWasVerifiedAndMeasured(Example example) {
        var state = example.state();
        var row = Recommendations.rows(List.of(told(example))).get(0);
        for (var member :
                List.of("finding", "solution", "managementStatus", "verifiedStatus", "managementStatusLabel")) {
            kept(state, member, row, member);
        }
        kept(state, "ordinal", row, "number");
        kept(state, "leadDepartment", row, "department");
        kept(state, "targetDate/current", row, "target");
        kept(state, "targetDate/original", row, "targetOriginal");
        kept(state, "evidence/control", row, "evidence/what");
        for (var member : List.of("numerator", "denominator", "value", "target")) {
            kept(state, "evidence/measure/" + member, row, "evidence/" + member);
        }
        kept(state, "evidence/measuredAt", row, "evidence/asOf");
    }

    @ParameterizedTest
    @MethodSource("risks")
    void anOpenRiskIsPrintedAsItWasRatedLast(Example example) {
        var state = example.state();
        var risks = sections(told(example)).risks();
        if (!state.path("state").asText().equals("OPEN")) {
            assertTrue(risks.isEmpty(), "it is none any more: " + risks);
            return;
        }
        var row = risks.get(0);
        for (var member : List.of("title", "cause", "event", "effect")) {
            kept(state, "text/" + member, row, member);
        }
        kept(state, "project/number", row, "project");
        kept(state, "current/score", row, "score");
        kept(state, "current/band", row, "exposure");
        kept(state, "response/strategy", row, "response");
    }

    static Stream<Example> statusReports() {
        return told("statusReport");
    }

    @ParameterizedTest
    @MethodSource("statusReports")
    void aProjectSaysInItsOwnWordsHowItStandsOncePublished(Example example) {
        var state = example.state();
        var project = state.at("/project/id").asText();
        var standing = new Example("project", "a project", LogStates.parse("{\"state\": \"EXECUTING\"}"));
        var item = new Items(true, List.of(told(standing, project), told(example)), List.of(), List.of())
                .all()
                .get(0);
        if (state.path("state").asText().equals("PUBLISHED")) {
            kept(state, "summary", item, "status/summary");
            kept(state, "end", item, "status/asOf");
        } else {
            assertTrue(item.path("status").isNull(), "a draft is nobody's business yet");
        }
    }

    static Stream<Example> benefits() {
        return Stream.concat(
                told("benefit"), Stream.of(new Example("benefit", "as a project tells it", LogStates.parse("""
                        {"number": "BEN-2026-0001", "state": "TRACKED", "project": {"type": "project", "id": "p", "number": "PRJ-2026-0001"},
                         "text": {"title": "Faster answers", "measure": "Days until a request is closed", "unit": "days",
                                  "baseline": 12, "target": 5, "due": "2027-12-31"},
                         "reached": {"value": 0.4286, "reason": null}, "realised": {"amount": 1200.00, "currency": "USD"}}"""))));
    }

    @ParameterizedTest
    @MethodSource("benefits")
    void aBenefitIsPrintedWithItsPromiseAndWhatCameOfIt(Example example) {
        var state = example.state();
        var row = sections(told(example)).benefits().get(0);
        for (var member : List.of("title", "measure", "unit", "baseline", "target", "due")) {
            kept(state, "text/" + member, row, member);
        }
        kept(state, "project/number", row, "project");
        kept(state, "reached/value", row, "reached");
        kept(state, "realised/amount", row, "realised/amount");
    }

    @Test
    void whatNobodyPublishesIsNotReported() {
        assertTrue(Recommendations.rows(List.of()).isNull());
        assertTrue(sections().risks().isNull());
        assertTrue(sections().benefits().isNull());
        var inventory = new Inventory(List.of(), Map.of()).all();
        inventory.forEach(rows -> assertTrue(rows.isNull()));
        assertFalse(inventory.isEmpty());
    }

    /** What is there is there afterwards, and what is not is null and not made up. */
    private static void kept(JsonNode state, String from, JsonNode row, String to) {
        var published = state.at("/" + from);
        var printed = row.at("/" + to);
        if (published.isNumber()) {
            assertEquals(0, published.decimalValue().compareTo(printed.decimalValue()), from + " of " + state);
        } else if (published.isTextual() && !published.asText().isBlank()) {
            assertEquals(Facts.shortened(published.asText()), printed.asText(), from + " of " + state);
        }
    }

    private static Told told(Example example) {
        return told(example, "id");
    }

    private static Told told(Example example, String id) {
        return new Told(
                1,
                example.type(),
                id,
                example.state().path("number").textValue(),
                example.state().path("href").textValue(),
                Op.CREATED,
                true,
                false,
                example.state().toString(),
                NOON,
                NOON,
                "city.c3po." + example.type() + ".told.v1",
                "portfolio");
    }

    private static Sections sections(Told... told) {
        var now = new ArrayList<>(List.of(told));
        var occasion = new Occasion(
                new UUID(0, 1),
                "RPT-2026-0001",
                1,
                "body",
                "Technology portfolio",
                NOON,
                LocalDate.parse("2026-03-02"),
                LocalDate.parse("2026-03-05"),
                null,
                List.of(),
                NOON,
                1,
                null,
                null,
                null);
        return new Sections(occasion, new Items(true, now, List.of(), List.of()), now, List.of());
    }
}
