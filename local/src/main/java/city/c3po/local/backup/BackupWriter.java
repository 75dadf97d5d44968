package city.c3po.local.backup;

import city.c3po.local.part.Home;
import city.c3po.local.part.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The folder of a backup while it is written. Its list of SHA-256 sums comes last and makes it a backup: a copy that was
 * interrupted has none. {@code sha256sum -c SHA256SUMS} reads the list, too.
 */
final class BackupWriter {
    static final String SUMS = "SHA256SUMS";

    private final Path folder;
    private final TreeMap<String, String> sums = new TreeMap<>();
    private long bytes;

    private BackupWriter(Path folder) {
        this.folder = folder;
    }

    /** Only its owner may look into it: it holds every record and every secret. */
    static BackupWriter into(Path folder) {
        try {
            if (Files.exists(folder) && !Files.isDirectory(folder)) {
                throw new Refusal(folder + " is a file. Name a folder that is empty or not there.");
            }
            Home.create(folder);
            try (var files = Files.list(folder)) {
                if (files.findAny().isPresent()) {
                    throw new Refusal(folder + " is not empty. Name a folder that is empty or not there.");
                }
            }
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            return new BackupWriter(folder);
        } catch (IOException e) {
            throw new Refusal("No backup can be written to " + folder, e);
        }
    }

    /** @throws java.nio.file.NoSuchFileException when it is not there any more */
    void copy(Path file, String name) throws IOException {
        try (var in = Files.newInputStream(file)) {
            write(in, name);
        }
    }

    void write(byte[] content, String name) throws IOException {
        write(new ByteArrayInputStream(content), name);
    }

    private void write(InputStream in, String name) throws IOException {
        var file = folder.resolve(name);
        Home.create(file.getParent());
        try (var out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            sums.put(name, Digests.copy(in, out));
        }
        bytes += Files.size(file);
    }

    int files() {
        return sums.size();
    }

    long bytes() {
        return bytes;
    }

    /** On the disk, and only then called complete. */
    void finish() throws IOException, InterruptedException {
        flush();
        var list = sums.entrySet().stream()
                .map(sum -> sum.getValue() + "  " + sum.getKey() + "\n")
                .collect(Collectors.joining());
        Files.write(folder.resolve(SUMS), list.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
        flush();
    }

    /** One call for thousands of small files, where one for each would take longer than copying them. */
    private static void flush() throws IOException, InterruptedException {
        new ProcessBuilder("sync").start().waitFor();
    }
}
