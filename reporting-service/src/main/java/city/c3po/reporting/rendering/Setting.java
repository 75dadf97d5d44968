package city.c3po.reporting.rendering;

import city.c3po.reporting.rendering.Presentation.Section;
import city.c3po.reporting.rendering.Presentation.Table;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What every section is set with: the model, the reader's words, and cells of them. */
record Setting(JsonNode model, Words words, Cells cells) {
    TableRows table(String id, List<String> columns) {
        return new TableRows(words, id, columns);
    }

    /** A line of a table that has a name and a value in each. */
    void figure(TableRows table, String name, Cell cell) {
        table.row(new Cell.Text(words.say("figure." + name)), cell);
    }

    Section section(String id, Table... tables) {
        return section(id, List.of(), tables);
    }

    Section section(String id, List<String> notes, Table... tables) {
        return new Section(id, words.say(id + ".heading"), words.say(id + ".lead"), List.of(), notes, List.of(tables));
    }

    /** Null is not the same as none: then nobody has told. */
    Table notReportedWhenNull(TableRows table, JsonNode value) {
        return value.isArray() ? table.built() : table.notReported();
    }

    Cell textOrNothing(JsonNode value) {
        return value.isTextual() ? cells.text(value) : Cell.NOTHING;
    }
}
