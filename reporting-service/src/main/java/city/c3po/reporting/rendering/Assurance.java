package city.c3po.reporting.rendering;

import city.c3po.reporting.rendering.Presentation.Section;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/** What the auditor asked for and what was verified of it, and whether the city knows what it owns. */
final class Assurance {
    private final Setting set;

    Assurance(Setting set) {
        this.set = set;
    }

    Section recommendations() {
        var model = set.model();
        var table = set.table(
                "recommendations",
                List.of("recommendation", "finding", "solution", "managementStatus", "verifiedStatus", "evidence"));
        for (var one : model.path("recommendations")) {
            table.row(
                    one.path("number").isNumber()
                            ? set.cells().number(one.path("number"))
                            : set.cells().text(one.path("reference")),
                    set.cells().text(one.path("finding")),
                    set.cells().text(one.path("solution")),
                    managementStatus(one),
                    set.cells().term("verifiedStatus", one.path("verifiedStatus")),
                    evidence(one.path("evidence")));
        }
        long confidential = model.path("recommendationsConfidential").asLong();
        return set.section(
                "recommendations",
                confidential == 0 ? List.of() : List.of(set.words().say("recommendations.confidential", confidential)),
                set.notReportedWhenNull(table, model.path("recommendations")));
    }

    /** In the reader's language where we have a word for it, else as the city says it; and of which document it is. */
    private Cell managementStatus(JsonNode one) {
        var words = set.words();
        var status = one.path("managementStatus");
        if (!status.isTextual()) {
            return Cell.NOT_REPORTED;
        }
        var code = status.textValue();
        var label = one.path("managementStatusLabel").isTextual() && !words.knows("managementStatus", code)
                ? one.path("managementStatusLabel").textValue()
                : words.term("managementStatus", code);
        var asOf = one.at("/asReported/asOf");
        return new Cell.Said(code, asOf.isTextual() ? words.say("asReported", label, day(asOf.textValue())) : label);
    }

    private String day(String text) {
        try {
            return set.words().day(LocalDate.parse(text.substring(0, Math.min(10, text.length()))));
        } catch (DateTimeParseException noDay) {
            return text;
        }
    }

    private Cell evidence(JsonNode evidence) {
        var target = evidence.path("target").isNumber()
                ? " " + set.words().say("evidence.target", percent(evidence.path("target")))
                : "";
        if (evidence.path("denominator").isNumber()
                && evidence.path("denominator").decimalValue().signum() == 0) {
            return new Cell.Said("0/0", set.words().say("evidence.nothing") + target);
        }
        if (evidence.path("denominator").isNumber()) {
            var numerator = evidence.path("numerator").decimalValue();
            var denominator = evidence.path("denominator").decimalValue();
            return new Cell.Said(
                    numerator.toPlainString() + "/" + denominator.toPlainString(),
                    set.words().say("evidence.share", numerator, denominator) + target);
        }
        return evidence.path("value").isNumber()
                ? new Cell.Said(
                        evidence.path("value").decimalValue().toPlainString(),
                        set.words().percent(evidence.path("value").decimalValue()) + target)
                : Cell.NOT_REPORTED;
    }

    /** A target is a share of one. */
    private String percent(JsonNode share) {
        BigDecimal value = share.decimalValue();
        return value.compareTo(BigDecimal.ONE) <= 0
                ? set.words().percent(value)
                : set.words().number(value);
    }

    Section inventory() {
        return set.section("inventory", quality(), renewals(), licences(), attestations());
    }

    private Presentation.Table quality() {
        var quality = set.table(
                "inventory.quality",
                List.of("department", "index", "completeness", "freshness", "uniqueness", "mapping"));
        for (var one : set.model().at("/inventory/quality")) {
            quality.row(
                    one.path("department").isTextual()
                            ? set.cells().department(one.path("department"))
                            : new Cell.Said("", set.words().say("allDepartments")),
                    set.cells().number(one.path("index")),
                    set.cells().number(one.path("completeness")),
                    set.cells().number(one.path("freshness")),
                    set.cells().number(one.path("uniqueness")),
                    set.cells().number(one.path("mapping")));
        }
        return set.notReportedWhenNull(quality, set.model().at("/inventory/quality"));
    }

    private Presentation.Table renewals() {
        var renewals = set.table(
                "inventory.renewals",
                List.of("number", "title", "department", "decisionDeadline", "termEnd", "amount", "decision"));
        for (var one : set.model().at("/inventory/renewals")) {
            renewals.row(
                    set.cells().text(one.path("number")),
                    set.cells().text(one.path("title")),
                    set.cells().department(one.path("department")),
                    set.cells().day(one.path("decisionDeadline")),
                    set.cells().day(one.path("termEnd")),
                    set.cells().money(one.path("amount")),
                    one.path("decision").isTextual()
                            ? set.cells().term("decision", one.path("decision"))
                            : undecided(one.path("state")));
        }
        return set.notReportedWhenNull(renewals, set.model().at("/inventory/renewals"));
    }

    /** Of a renewal that nobody has decided. */
    private static Cell undecided(JsonNode state) {
        return new Cell.Term("decision", state.asText("OPEN"));
    }

    private Presentation.Table licences() {
        var licences = set.table(
                "inventory.licences", List.of("product", "department", "entitled", "consumed", "position", "trueUp"));
        for (var one : set.model().at("/inventory/licences")) {
            licences.row(
                    set.cells().text(one.path("product")),
                    one.path("department").isTextual()
                            ? set.cells().department(one.path("department"))
                            : new Cell.Said("", set.words().say("allDepartments")),
                    set.cells().number(one.path("entitled")),
                    set.cells().number(one.path("consumed")),
                    set.cells().term("position", one.path("position")),
                    set.cells().money(one.path("trueUp")));
        }
        return set.notReportedWhenNull(licences, set.model().at("/inventory/licences"));
    }

    private Presentation.Table attestations() {
        var attestations = set.table("inventory.attestations", List.of("department", "confirmed", "total", "closedAt"));
        for (var one : set.model().at("/inventory/attestations")) {
            attestations.row(
                    set.cells().department(one.path("department")),
                    set.cells().number(one.path("confirmed")),
                    set.cells().number(one.path("total")),
                    set.cells().moment(one.path("closedAt")));
        }
        return set.notReportedWhenNull(attestations, set.model().at("/inventory/attestations"));
    }
}
