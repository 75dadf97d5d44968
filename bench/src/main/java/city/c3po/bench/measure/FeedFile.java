package city.c3po.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/** Machines as a discovery system tells of them: most of a row identifies it, and no two are alike. */
record FeedFile(String source, int rows) {
    static final int PRODUCTS = 100;

    private static final String HEADER =
            "nativeKey,kind,name,department,location,manufacturer,model,serial,uuid,product\n";
    private static final String[] DEPARTMENTS = {"DEP-PW", "DEP-LIB"};
    private static final String[] MAKERS = {"Dell", "Lenovo", "HP"};
    private static final long SEED = 20_260_302;

    /** What so many of the machines are, or run: by this name alone. */
    static String product(int n) {
        return "Bench product " + n;
    }

    Path write(Path folder) {
        var file = folder.resolve("feed.csv");
        var random = new Random(SEED ^ source.hashCode());
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(HEADER);
            for (int n = 0; n < rows; n++) {
                out.write(String.format(
                        Locale.ROOT,
                        "%s-%d,HARDWARE,Machine %d of %s,%s,Floor %d of building %d,%s,Model"
                                + " %d,%016X,%08x-%04x-4%03x-8%03x-%012x,%s%n",
                        source,
                        n,
                        n,
                        source,
                        DEPARTMENTS[n % DEPARTMENTS.length],
                        n % 7,
                        n % 400,
                        MAKERS[n % MAKERS.length],
                        n % 90,
                        random.nextLong(),
                        random.nextInt(),
                        random.nextInt(1 << 16),
                        random.nextInt(1 << 12),
                        random.nextInt(1 << 12),
                        random.nextLong(1L << 48),
                        product(n % PRODUCTS)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
