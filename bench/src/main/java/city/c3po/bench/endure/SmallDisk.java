package city.c3po.bench.endure;

import city.c3po.bench.tool.Command;
import city.c3po.bench.tool.Trouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A disk of its own for a part's data, with a quota: when it is full, not one more byte can be written. It is kept in
 * memory, since whoever may mount one may give it a size at any time, with all that is on it.
 */
final class SmallDisk implements AutoCloseable {
    private static final Duration MOUNT = Duration.ofSeconds(30);
    private static final String ROOMY = "6g";
    /** While it is being filled, somebody goes on writing. */
    private static final int TRIES = 20;

    private static final long SLACK = 64 * 1024;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** In the place of a folder that is empty or absent; none where this user may not mount one. */
    static Optional<SmallDisk> at(Path folder) throws InterruptedException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return mount("-t", "tmpfs", "-o", "mode=755,size=" + ROOMY, "tmpfs", folder.toString())
                ? Optional.of(new SmallDisk(folder))
                : Optional.empty();
    }

    /** What an interrupted run has left mounted, with all that is on it. */
    static void forget(Path folder) throws InterruptedException {
        if (mounted(folder)) {
            new SmallDisk(folder).close();
        }
    }

    /** From now on it holds what it holds. */
    void fill() throws InterruptedException {
        for (int n = 0; n < TRIES; n++) {
            if (mount("-o", "remount,size=" + (used() + SLACK), folder.toString())) {
                return;
            }
        }
        throw new Trouble("The disk at %s cannot be made small".formatted(folder));
    }

    void makeRoom() throws InterruptedException {
        if (!mount("-o", "remount,size=" + ROOMY, folder.toString())) {
            throw new Trouble("The disk at %s cannot be made large again".formatted(folder));
        }
    }

    private long used() {
        try {
            var store = Files.getFileStore(folder);
            return store.getTotalSpace() - store.getUnallocatedSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean mounted(Path folder) {
        try (var mounts = Files.lines(Path.of("/proc/mounts"))) {
            return mounts.anyMatch(line -> line.split(" ")[1].equals(folder.toString()));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean mount(String... words) throws InterruptedException {
        try {
            return Command.of("mount").and(words).finish(MOUNT).exit() == 0;
        } catch (Trouble absent) {
            return false;
        }
    }

    /** Even if somebody still has a file of it open. */
    @Override
    public synchronized void close() throws InterruptedException {
        if (mounted(folder)) {
            Command.of("umount", "--lazy", folder.toString()).run(MOUNT);
        }
    }
}
