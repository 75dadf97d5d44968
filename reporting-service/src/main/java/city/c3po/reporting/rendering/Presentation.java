package city.c3po.reporting.rendering;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A report as sections and tables, in one language.
 *
 * @param notices what must be seen first: an override, sample data, a report that is superseded
 * @param facts what the report is, for its first page
 */
public record Presentation(
        Words words,
        String title,
        String subtitle,
        String number,
        int revision,
        String sha256,
        List<Notice> notices,
        List<Fact> facts,
        List<Section> sections) {
    public Presentation {
        notices = List.copyOf(notices);
        facts = List.copyOf(facts);
        sections = List.copyOf(sections);
    }

    /** @param kind of warning, for its colour and its sign: {@code warning} or {@code info} */
    public record Notice(String kind, String text) {}

    public record Fact(String name, Cell cell) {}

    /** @param lead a sentence of meaning above the figures */
    public record Section(
            String id, String heading, String lead, List<Chart> charts, List<String> notes, List<Table> tables) {
        public Section {
            charts = List.copyOf(charts);
            notes = List.copyOf(notes);
            tables = List.copyOf(tables);
        }
    }

    /**
     * @param lead what it means, in a sentence
     * @param drawing null where there is nothing to draw; then {@code empty} says so
     * @param table with the same figures
     * @param half whether two of them stand side by side on a desk
     */
    public record Chart(
            String id,
            String heading,
            String lead,
            @Nullable Drawing drawing,
            String empty,
            @Nullable Legend legend,
            Table table,
            boolean half) {}

    public record Legend(String first, String second) {}

    /** By its id, wherever it stands. */
    public Table table(String id) {
        return sections.stream()
                .flatMap(section -> section.tables().stream())
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    public List<Chart> charts() {
        return sections.stream().flatMap(section -> section.charts().stream()).toList();
    }

    private static final int SHORT = 12;
    private static final int MOST_ON_A_CARD = 8;

    /**
     * @param empty what is said instead of rows; null when there are some
     */
    public record Table(
            String id,
            String caption,
            List<Column> columns,
            List<Row> rows,
            @Nullable String empty) {
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }

        /** The rows with what HTML needs to know of each cell. */
        public List<Line> lines() {
            return rows.stream()
                    .map(row -> new Line(
                            row.total(),
                            IntStream.range(0, row.cells().size())
                                    .mapToObj(place -> Field.of(row.cells().get(place), columns.get(place)))
                                    .toList()))
                    .toList();
        }

        /** Whether a phone shows each row as a card: two columns fit as they are, and many figures are compared by scrolling. */
        public boolean isCards() {
            return columns.size() > 2 && columns.size() <= MOST_ON_A_CARD;
        }

        /** Whether it is better not to spread it over two pages. */
        public boolean isShort() {
            return rows.size() <= SHORT;
        }
    }

    public record Line(boolean total, List<Field> fields) {}

    /**
     * @param css its classes
     * @param label what it is, where a narrow screen has no room for headings above
     */
    public record Field(Cell cell, String css, String label) {
        static Field of(Cell cell, Column column) {
            // n first: the PDF library looks for a class at its first occurrence, be it within another's name
            return new Field(
                    cell, (column.numeric() ? "n " : "") + cell.style() + " c-" + column.id(), column.heading());
        }
    }

    public record Column(String id, String heading, boolean numeric) {}

    /** @param total whether it sums up the ones above */
    public record Row(List<Cell> cells, boolean total) {
        public Row {
            cells = List.copyOf(cells);
        }
    }
}
