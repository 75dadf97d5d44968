package city.c3po.reporting.rendering;

import city.c3po.reporting.rendering.Presentation.Fact;
import city.c3po.reporting.rendering.Presentation.Notice;
import city.c3po.reporting.rendering.Presentation.Section;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** From the frozen model to what is printed of it. Reads the model leniently: an old one may lack what is new. */
public final class Presenting {
    private final JsonNode model;
    private final Words words;
    private final Cells cells;

    public Presenting(JsonNode model, Words words, ZoneId zone) {
        this.model = model;
        this.words = words;
        this.cells = new Cells(zone, model.path("departments"));
    }

    /** @param more notices of what became of the report since it was frozen */
    public Presentation present(String sha256, List<Notice> more) {
        var report = model.path("report");
        var notices = new ArrayList<>(more);
        if (!report.path("override").isNull() && !report.path("override").isMissingNode()) {
            notices.add(new Notice(
                    "warning",
                    words.say("report.override", report.at("/override/reason").asText())));
        }
        if (model.path("sampleData").asBoolean()) {
            notices.add(new Notice("info", words.say("sampleData")));
        }
        return new Presentation(
                words,
                report.path("title").asText(),
                words.say(
                        "report.subtitle",
                        words.day(LocalDate.parse(report.path("meetingDate").asText()))),
                report.path("number").asText(),
                report.path("revision").asInt(),
                sha256,
                notices,
                facts(report, sha256),
                sections());
    }

    private List<Section> sections() {
        var set = new Setting(model, words, cells);
        var overview = new Overview(set);
        var governance = new Governance(set);
        var assurance = new Assurance(set);
        var news = new News(set);
        return List.of(
                overview.summary(),
                overview.glance(),
                new Portfolio(set).items(),
                overview.rollForward(),
                governance.signed(),
                assurance.recommendations(),
                assurance.inventory(),
                governance.risks(),
                governance.benefits(),
                governance.decisions(),
                news.changes(),
                news.late(),
                news.completeness());
    }

    private List<Fact> facts(JsonNode report, String sha256) {
        var facts = new ArrayList<Fact>();
        facts.add(fact(
                "number",
                new Cell.Text(report.path("number").asText() + " \u00b7 "
                        + words.say("report.revision", report.path("revision").asInt()))));
        facts.add(fact("body", new Cell.Term("body", report.path("body").asText())));
        facts.add(fact("meetingDate", cells.day(report.path("meetingDate"))));
        facts.add(fact(
                "agendaItem",
                report.path("agendaItem").isTextual() ? cells.text(report.path("agendaItem")) : Cell.NOTHING));
        facts.add(fact("cutOff", cells.day(report.path("cutOffDate"))));
        facts.add(fact("frozenAt", cells.moment(report.path("frozenAt"))));
        facts.add(fact(
                "compared",
                report.path("compared").isObject()
                        ? new Cell.Text(report.at("/compared/number").asText())
                        : new Cell.Text(words.say("report.first"))));
        facts.add(fact("sha256", new Cell.Text(sha256)));
        facts.add(fact(
                "previousSha256",
                model.at("/chain/previous").isObject()
                        ? new Cell.Text(model.at("/chain/previous/sha256").asText())
                        : Cell.NOTHING));
        return facts;
    }

    private Fact fact(String name, Cell cell) {
        return new Fact(words.say("fact." + name), cell);
    }
}
