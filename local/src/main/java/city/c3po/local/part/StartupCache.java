package city.c3po.local.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The classes of one Java part, loaded and linked once (the JDK's AOT cache) and mapped by later starts, which then
 * take a third of the processor time. Its first run records; the file is written when that run ends. The name carries
 * a fingerprint of JDK, flags and jars, because the JVM drops a cache that does not fit them exactly.
 */
public final class StartupCache {
    private static final long ROOM_NEEDED = 3L * 1024 * 1024 * 1024;
    // It warns of every class that cannot be archived, which harms nobody.
    private static final String QUIET = "-Xlog:aot*=error";
    private static final String REFUSED = "[error][aot]";

    private final Path shared;
    private final Path recording;
    private final boolean allowed;

    private StartupCache(Path shared, Path recording, boolean allowed) {
        this.shared = shared;
        this.recording = recording;
        this.allowed = allowed;
    }

    static StartupCache of(Home home, Settings settings, String part, List<String> flags, List<Path> jars) {
        var name = part + "-" + fingerprint(flags, jars) + ".aot";
        var folder = Home.create(home.repository().resolve("local/target/startup"));
        return new StartupCache(
                folder.resolve(name),
                Home.create(home.folder().resolve("startup")).resolve(name),
                !settings.get("C3PO_AOT").orElse("on").equals("off"));
    }

    List<String> flags() {
        if (!allowed) {
            return List.of();
        }
        if (Files.exists(shared)) {
            return List.of(QUIET, "-XX:AOTCache=" + shared);
        }
        return shared.toFile().getParentFile().getUsableSpace() < ROOM_NEEDED
                ? List.of()
                : List.of(QUIET, "-XX:AOTCacheOutput=" + recording);
    }

    /** After a start: a cache that the JVM refused is removed, so that the next run records a new one. */
    public static boolean dropRefused(Home home, String part, String log) {
        if (!log.contains(REFUSED)) {
            return false;
        }
        files(home.repository().resolve("local/target/startup"), part).forEach(StartupCache::delete);
        return true;
    }

    /** A process that will write a cache when it ends, which takes its time. */
    public static boolean recording(Home home, String part, ProcessHandle process) {
        var flag = "-XX:AOTCacheOutput=" + home.folder().resolve("startup").resolve(part + "-");
        return process.info().commandLine().orElse("").contains(flag);
    }

    /** After a stop: what the run recorded becomes the cache of all later ones, unless the JVM had doubts. */
    public static void keep(Home home, String part, String log) {
        var folder = home.repository().resolve("local/target/startup");
        for (var recorded : files(home.folder().resolve("startup"), part)) {
            if (log.contains(REFUSED) || !recorded.toString().endsWith(".aot")) {
                delete(recorded);
                continue;
            }
            files(folder, part).forEach(StartupCache::delete);
            try {
                Files.move(recorded, folder.resolve(recorded.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static List<Path> files(Path folder, String part) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var list = Files.list(folder)) {
            return list.filter(file -> file.getFileName().toString().matches(part + "-[0-9a-f]{16}\\.aot.*"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fingerprint(List<String> flags, List<Path> jars) {
        var text = new StringBuilder(System.getProperty("java.home"))
                .append(' ')
                .append(Runtime.version())
                .append(flags);
        try {
            for (var jar : jars) {
                text.append(jar)
                        .append(Files.size(jar))
                        .append(Files.getLastModifiedTime(jar).toMillis());
            }
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
