package city.c3po.reporting.rendering;

import city.c3po.reporting.rendering.Presentation.Section;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What was signed, what may go wrong, what the committee is asked to decide. */
final class Governance {
    private final Setting set;

    Governance(Setting set) {
        this.set = set;
    }

    Section signed() {
        var table = set.table("signed", List.of("number", "title", "project", "signing", "signedAt", "seats"));
        for (var one : set.model().path("signed")) {
            table.row(
                    set.cells().text(one.path("number")),
                    set.cells().text(one.path("title")),
                    set.cells().text(one.path("project")),
                    set.cells().term("signing", one.path("what")),
                    set.cells().moment(one.path("at")),
                    set.cells().number(one.path("seats")));
        }
        return set.section("signed", table.built());
    }

    Section risks() {
        var table = set.table("risks", List.of("number", "risk", "project", "score", "response", "riskState"));
        for (var one : set.model().path("risks")) {
            table.row(
                    set.cells().text(one.path("number")),
                    risk(one),
                    set.cells().text(one.path("project")),
                    one.path("score").isNumber()
                            ? set.cells().number(one.path("score"))
                            : set.cells().term("exposure", one.path("exposure")),
                    set.cells().term("response", one.path("response")),
                    set.cells().term("state", one.path("state")));
        }
        return set.section("risks", set.notReportedWhenNull(table, set.model().path("risks")));
    }

    /** What may happen, why, and what then: as far as it was said. */
    private Cell risk(JsonNode one) {
        var event = one.path("event").isTextual() ? one.path("event") : one.path("title");
        if (!event.isTextual()) {
            return Cell.NOT_REPORTED;
        }
        var sentence = new StringBuilder(ended(event.asText()));
        for (var part : List.of("cause", "effect")) {
            if (one.path(part).isTextual()) {
                sentence.append(' ')
                        .append(set.words()
                                .say("risk." + part, ended(one.path(part).asText())));
            }
        }
        return new Cell.Said(event.asText(), sentence.toString());
    }

    private static String ended(String sentence) {
        return sentence.matches("(?s).*[.!?\u2026]") ? sentence : sentence + ".";
    }

    Section benefits() {
        var table =
                set.table("benefits", List.of("number", "title", "project", "promise", "due", "reached", "realised"));
        for (var one : set.model().path("benefits")) {
            table.row(
                    set.cells().text(one.path("number")),
                    set.cells().text(one.path("title")),
                    set.cells().text(one.path("project")),
                    promise(one),
                    set.cells().day(one.path("due")),
                    reached(one.path("reached")),
                    set.cells().money(one.path("realised")));
        }
        return set.section(
                "benefits", set.notReportedWhenNull(table, set.model().path("benefits")));
    }

    /** From what to what, in which unit. */
    private Cell promise(JsonNode one) {
        if (!one.path("baseline").isNumber() || !one.path("target").isNumber()) {
            return Cell.NOT_REPORTED;
        }
        var from = one.path("baseline").decimalValue();
        var to = one.path("target").decimalValue();
        return new Cell.Said(
                from.toPlainString() + " > " + to.toPlainString(),
                set.words()
                        .say(
                                "benefit.promise",
                                set.words().number(from),
                                set.words().number(to),
                                one.path("unit").asText("")));
    }

    private static Cell reached(JsonNode share) {
        return share.isNumber() ? new Cell.Share(share.decimalValue()) : Cell.NOT_REPORTED;
    }

    Section decisions() {
        var table = set.table("decisions", List.of("number", "asked"));
        for (var one : set.model().path("decisions")) {
            table.row(set.textOrNothing(one.path("number")), set.cells().text(one.path("title")));
        }
        return set.section("decisions", table.built());
    }
}
