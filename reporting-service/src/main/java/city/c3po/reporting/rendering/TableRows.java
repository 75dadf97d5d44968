package city.c3po.reporting.rendering;

import city.c3po.reporting.rendering.Presentation.Column;
import city.c3po.reporting.rendering.Presentation.Row;
import city.c3po.reporting.rendering.Presentation.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table, row by row. */
final class TableRows {
    private final Words words;
    private final String id;
    private final List<String> columns;
    private final List<Row> rows = new ArrayList<>();

    TableRows(Words words, String id, List<String> columns) {
        this.words = words;
        this.id = id;
        this.columns = columns;
    }

    void row(Cell... cells) {
        rows.add(new Row(List.of(cells), false));
    }

    void total(Cell... cells) {
        rows.add(new Row(List.of(cells), true));
    }

    Table built() {
        return table(rows.isEmpty() ? words.say("none") : null);
    }

    Table notReported() {
        return table(words.say("notReported"));
    }

    /** All that is said in it is a number. */
    private boolean numeric(int place) {
        var said = rows.stream()
                .map(row -> row.cells().get(place))
                .filter(cell -> !(cell instanceof Cell.NotReported || cell instanceof Cell.Nothing))
                .toList();
        return !said.isEmpty() && said.stream().allMatch(Cell::numeric);
    }

    private Table table(@Nullable String empty) {
        var headings = new ArrayList<Column>();
        for (int n = 0; n < columns.size(); n++) {
            int place = n;
            headings.add(new Column(columns.get(n), words.say("col." + columns.get(n)), numeric(place)));
        }
        return new Table(id, words.say("table." + id), headings, rows, empty);
    }
}
