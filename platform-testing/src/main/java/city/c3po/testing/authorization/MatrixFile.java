package city.c3po.testing.authorization;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The committed table. Every service owns the rows of its key. */
record MatrixFile(Path file) {
    private static final List<String> ROW_HEAD = List.of("key", "method", "path");

    /** Row → column → cell, of one service. */
    SortedMap<String, Map<String, String>> rowsOf(String key) throws IOException {
        return rows(row -> row.startsWith(key + ","));
    }

    void write(String key, SortedMap<String, Map<String, String>> rows, List<String> columns) throws IOException {
        var all = rows(row -> !row.startsWith(key + ","));
        all.putAll(rows);
        var lines = new ArrayList<String>();
        lines.add(String.join(
                ",", Stream.concat(ROW_HEAD.stream(), columns.stream()).toList()));
        all.forEach((row, cells) -> lines.add(row + ","
                + columns.stream().map(column -> cells.getOrDefault(column, "")).collect(Collectors.joining(","))));
        Files.createDirectories(file.getParent());
        Files.write(file, lines);
    }

    static String row(String key, String method, String path) {
        return String.join(",", key, method, path);
    }

    private SortedMap<String, Map<String, String>> rows(Predicate<String> wanted) throws IOException {
        var rows = new TreeMap<String, Map<String, String>>(MatrixFile::byPath);
        if (!Files.exists(file)) {
            return rows;
        }
        var lines = Files.readAllLines(file);
        var head = lines.getFirst().split(",");
        for (var line : lines.subList(1, lines.size())) {
            var values = Arrays.asList(line.split(",", -1));
            var row = row(values.get(0), values.get(1), values.get(2));
            if (wanted.test(row)) {
                var cells = new LinkedHashMap<String, String>();
                for (var i = ROW_HEAD.size(); i < head.length; i++) {
                    cells.put(head[i], values.get(i));
                }
                rows.put(row, cells);
            }
        }
        return rows;
    }

    /** Key, then path, then method: what belongs together stands together. */
    private static int byPath(String one, String other) {
        return sortable(one).compareTo(sortable(other));
    }

    private static String sortable(String row) {
        var part = row.split(",");
        return part[0] + " " + part[2] + " " + part[1];
    }
}
