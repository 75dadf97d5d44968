package city.c3po.local.postgres;

import city.c3po.local.part.Home;
import city.c3po.local.part.Progress;
import city.c3po.local.part.Refusal;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The server's programs, unpacked once per build from the archive that the build has fetched. */
final class PostgresBinaries {
    private final Path software;

    PostgresBinaries(Home home) {
        this.software = home.software();
    }

    Path folder() {
        return software.resolve("postgres");
    }

    Path program(String name) {
        return folder().resolve("bin").resolve(name);
    }

    void unpack(Progress progress) {
        if (Files.exists(folder())) {
            return;
        }
        // Two suites of one repository may start at the same moment.
        try (var channel = FileChannel.open(
                        software.resolve("postgres.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            if (lock.isValid() && !Files.exists(folder())) {
                progress.say("postgres", "unpacking PostgreSQL once");
                var unfinished = software.resolve("postgres.new");
                Home.delete(unfinished);
                unpack(archive(), unfinished);
                Files.move(unfinished, folder(), StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new Refusal("PostgreSQL cannot be unpacked", e);
        }
    }

    private Path archive() throws IOException {
        try (var files = Files.list(software)) {
            return files.filter(file -> file.toString().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() -> new Refusal("No PostgreSQL binaries in " + software
                            + ": build module local again, or name a server with C3PO_POSTGRES_URL."));
        }
    }

    private static void unpack(Path archive, Path target) throws IOException {
        try (var tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(Files.newInputStream(archive))))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("entry outside of the archive: " + entry.getName());
                }
                write(tar, entry, file);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file);
        if ((entry.getMode() & 0111) != 0) {
            var permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
            permissions.addAll(EnumSet.of(
                    PosixFilePermission.OWNER_EXECUTE,
                    PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_EXECUTE));
            Files.setPosixFilePermissions(file, permissions);
        }
    }
}
