package city.c3po.bench.endure;

import city.c3po.bench.suite.Suite;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;

/** The disks of those parts that everything is lost with. */
final class SmallDisks implements AutoCloseable {
    private static final List<String> KEEPERS = List.of("kafka", "postgres");

    private final Suite suite;
    private final SequencedMap<String, SmallDisk> disks = new TreeMap<>();

    /** For a suite that has nothing yet. */
    SmallDisks(Suite suite) throws InterruptedException {
        this.suite = suite;
        for (var part : KEEPERS) {
            SmallDisk.at(suite.home().resolve(part)).ifPresent(disk -> disks.put(part, disk));
        }
    }

    /** Before the suite's folder is looked at, which cannot be deleted with a disk in it. */
    static void forget(Path home) throws InterruptedException {
        for (var part : KEEPERS) {
            SmallDisk.forget(home.resolve(part));
        }
    }

    SequencedMap<String, SmallDisk> all() {
        return disks;
    }

    SmallDisk of(String part) {
        return Objects.requireNonNull(disks.get(part), part);
    }

    /** Takes the suite down first, which needs them until then. */
    @Override
    public synchronized void close() throws InterruptedException {
        if (!disks.isEmpty()) {
            suite.down();
            for (var disk : disks.values()) {
                disk.close();
            }
            disks.clear();
        }
    }
}
