package city.c3po.bench.figure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Figures as a Markdown table, padded so that it reads as well on a terminal. */
public final class Table {
    private static final List<String> HEAD =
            List.of("", "median", "least – most", "compared with", "ratio", "least – most", "target");
    private static final String NUMERIC = "-:";

    private Table() {}

    public static String of(Collection<Figure> figures) {
        var rows = new ArrayList<List<String>>();
        rows.add(HEAD);
        figures.forEach(figure -> rows.add(row(figure)));
        var widths = IntStream.range(0, HEAD.size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .map(width -> Math.max(width, NUMERIC.length()))
                .toArray();
        rows.add(1, rule(widths));
        return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<String> row(Figure figure) {
        var unit = figure.unit();
        var values = figure.values();
        var ratio = figure.ratio();
        var goal = figure.goal();
        return List.of(
                figure.name(),
                unit.showWithSymbol(values.median()),
                values.rounds().size() == 1 ? "" : unit.show(values.least()) + " – " + unit.show(values.most()),
                ratio == null ? "" : ratio.to(),
                ratio == null ? "" : ratio(ratio.values().median()),
                ratio == null || ratio.values().rounds().size() == 1
                        ? ""
                        : ratio(ratio.values().least()) + " – "
                                + ratio(ratio.values().most()),
                goal == null ? "" : goal.words() + (goal.met() ? ": met" : ": missed"));
    }

    private static String ratio(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }

    private static List<String> rule(int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> "-".repeat(widths[column] - 1) + (isNumber(column) ? ":" : "-"))
                .toList();
    }

    private static String line(List<String> cells, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> padded(cells.get(column), widths[column], isNumber(column)))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String padded(String cell, int width, boolean right) {
        var padding = " ".repeat(width - cell.length());
        return right ? padding + cell : cell + padding;
    }

    private static boolean isNumber(int column) {
        return column == 1 || column == 2 || column == 4 || column == 5;
    }
}
