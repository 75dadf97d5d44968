package city.c3po.bench.measure;

import city.c3po.bench.figure.Figure;
import city.c3po.bench.figure.Outcome;
import city.c3po.bench.figure.Series;
import city.c3po.bench.figure.Unit;
import city.c3po.bench.suite.Suite;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A department system's file in an empty inventory: received, matched, applied, journalled and put into the outbox. The limit
 * is what {@code COPY} makes of the finished rows in tables with the same indexes. Then the same rows again, a page of
 * the list, and an export of all of them.
 */
final class FeedImport implements Measure {
    /** {@code C3PO_BENCH_ROWS=1000000} for the million. */
    private static final String ROWS = "C3PO_BENCH_ROWS";

    private static final String NAME = "import";
    private static final List<String> LISTENERS = List.of("reporting", "audit");
    private static final int USUAL_ROWS = 200_000;
    private static final double PART_OF_COPY = 0.4;
    private static final double AGAIN = 3;
    private static final int PAGE_MILLISECONDS = 5;
    private static final int EXPORTED_PER_SECOND = 50_000;
    private static final Duration PATIENCE = Duration.ofHours(2);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String question() {
        return "Rows of a system's file, matched and journalled, beside COPY of what they become";
    }

    @Override
    public Outcome run(Workbench bench) throws InterruptedException {
        var suite = bench.running();
        if (bench.plan().brief()) {
            return measured(bench, suite);
        }
        // What they make of a million events is their own measure, and would run beside all that follows here.
        for (var listener : LISTENERS) {
            suite.kill(listener);
        }
        try {
            return measured(bench, suite);
        } finally {
            for (var listener : LISTENERS) {
                suite.start(listener);
            }
        }
    }

    private static Outcome measured(Workbench bench, Suite suite) throws InterruptedException {
        int rows = rows(bench);
        var source = "bench-" + Long.toString(System.nanoTime(), 36);
        var inventory = new InventoryDoor(suite, source);
        inventory.register();
        var file = new FeedFile(source, rows).write(bench.work());
        var database = new InventoryDatabase(suite.postgres(), bench.work(), source);

        bench.say("importing %,d rows".formatted(rows));
        var first = inventory.importFile(file, "PARTIAL", PATIENCE);
        inventory.requireAll(first, "created", rows);
        bench.say("%,.0f rows/s".formatted(rows / first.seconds()));
        database.settle(PATIENCE);

        bench.say("copying what they became");
        var copied = database.copyFinishedRows(PATIENCE);
        var raw = database.copyRawFile(file, PATIENCE);

        bench.say("importing the same rows again");
        // other options, so that it is not the first import's answer
        var again = inventory.importFile(file, "ATOMIC", PATIENCE);
        inventory.requireAll(again, "unchanged", rows);
        database.settle(PATIENCE);

        bench.say("asking for pages, and for all");
        var page = database.page(PATIENCE);
        var export = inventory.export(rows, PATIENCE);

        var licences = new Licences(inventory).outcome(bench, rows);

        var limit = Figure.of("COPY of the finished rows", Unit.PER_SECOND, Series.of(rows / copied));
        var imported = Figure.of("rows imported", Unit.PER_SECOND, Series.of(rows / first.seconds()));
        var figures = new ArrayList<Figure>();
        figures.add(imported.over(limit).part(PART_OF_COPY));
        figures.add(limit);
        figures.add(Figure.of("COPY of the raw file", Unit.PER_SECOND, Series.of(rows / raw)));
        figures.add(Figure.of("the same rows again", Unit.PER_SECOND, Series.of(rows / again.seconds()))
                .over(imported)
                .part(AGAIN));
        figures.add(Figure.of("filtered page, server time", Unit.MILLISECONDS, Series.of(page.milliseconds()))
                .atMost(PAGE_MILLISECONDS));
        figures.add(Figure.of("rows exported", Unit.PER_SECOND, Series.of(rows / export.seconds()))
                .atLeast(EXPORTED_PER_SECOND));
        figures.add(Figure.of(
                "inventory's memory, at most, importing",
                Unit.MEBIBYTES,
                Series.of(Math.max(first.mebibytes(), again.mebibytes()))));
        figures.add(Figure.of("inventory's memory, at most, exporting", Unit.MEBIBYTES, Series.of(export.mebibytes())));
        figures.addAll(licences.figures());
        var notes = notes(rows, file, bench.plan().brief(), page);
        notes.addAll(licences.notes());
        return Outcome.measured(NAME, figures, notes);
    }

    private static int rows(Workbench bench) {
        var wanted = System.getenv(ROWS);
        if (wanted != null) {
            return Integer.parseInt(wanted);
        }
        return bench.plan().share(USUAL_ROWS);
    }

    private static List<String> notes(int rows, Path file, boolean brief, InventoryDatabase.Page page) {
        var notes = new ArrayList<String>();
        notes.add(String.format(
                Locale.ROOT,
                "%,d rows (%s=… for another number) of ten columns, %,d MiB of CSV, into an inventory without assets;"
                        + " sending is part of the time, telling Kafka is not%s. Memory is resident, of a process with a heap of %d MiB.",
                rows,
                ROWS,
                file.toFile().length() >> 20,
                brief ? "" : "; reporting and audit do not run meanwhile",
                InventoryDoor.HEAP_MEBIBYTES));
        notes.add("COPY into tables with all columns, constraints and indexes of asset, identifier, claim and journal,"
                + " one after the other, each in a transaction. The raw file goes into one table without"
                + " indexes.");
        notes.add("The page is 51 machines of a department in a state, newest first; its plan:");
        page.plan().forEach(line -> notes.add("`" + line.strip() + "`"));
        return notes;
    }
}
