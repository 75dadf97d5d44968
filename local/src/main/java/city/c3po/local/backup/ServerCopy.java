package city.c3po.local.backup;

import city.c3po.local.part.Progress;
import city.c3po.local.part.Refusal;
import city.c3po.local.postgres.Login;
import city.c3po.local.postgres.PostgresPart;
import city.c3po.local.postgres.ServiceDatabases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Set;

/**
 * The database server's files, copied while it works. The copies are of different moments; the write-ahead log between
 * begin and end of the copy makes them one, the moment of the end, when the copy is first started.
 */
final class ServerCopy {
    static final String PREFIX = "postgres/";

    /** What the server makes anew at every start; the log is copied at the end, by what is needed of it. */
    private static final Set<String> LEFT_OUT = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans",
            "pgsql_tmp",
            "postmaster.pid",
            "postmaster.opts",
            "backup_label",
            "backup_label.old",
            "tablespace_map");

    private static final String CONTROL = "global/pg_control";
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(3);

    private final PostgresPart server;
    private final BackupWriter backup;
    private final Progress progress;
    private long nextLine = System.nanoTime() + BETWEEN_LINES.toNanos();

    ServerCopy(PostgresPart server, BackupWriter backup, Progress progress) {
        this.server = server;
        this.backup = backup;
        this.progress = progress;
    }

    /** @return an instant: whatever was answered before is in the copy */
    Instant take() throws IOException {
        Login superuser = server.superuser();
        // The session must last from begin to end: without it the server forgets that a backup is under way.
        try (var session = ServiceDatabases.connect(server.address(), "postgres", superuser)) {
            // The log since here is kept, however much is written meanwhile; the slot goes with the session.
            run(session, "select pg_create_physical_replication_slot('c3po_' || pg_backend_pid(), true, true)");
            var first = text(session, "select pg_walfile_name(pg_backup_start('c3po backup', true))");
            copyFiles();
            progress.say("backup", "copied %d files; closing".formatted(backup.files()));
            var taken = now(session);
            String last;
            try (var statement = session.createStatement();
                    var end = statement.executeQuery(
                            "select pg_walfile_name(lsn), labelfile, spcmapfile from pg_backup_stop(false)")) {
                end.next();
                last = end.getString(1);
                if (!end.getString(3).isEmpty()) {
                    throw new Refusal("The database has tablespaces outside of its folder, which are not copied.");
                }
                backup.write(end.getString(2).getBytes(StandardCharsets.UTF_8), PREFIX + "backup_label");
            }
            copyLog(first, last);
            return taken;
        } catch (SQLException e) {
            throw new Refusal("The database cannot be backed up", e);
        }
    }

    private void copyFiles() throws IOException {
        var data = server.data();
        Files.walkFileTree(data, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return leftOut(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                var name = data.relativize(file).toString();
                if (!leftOut(file) && !name.equals(CONTROL) && !name.contains("pg_internal.init")) {
                    copy(file, name);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
                if (problem instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw problem;
            }
        });
        // Last, as the server's own tools do it.
        backup.write(control(data.resolve(CONTROL)), PREFIX + CONTROL);
    }

    private static boolean leftOut(Path file) {
        return LEFT_OUT.contains(file.getFileName().toString());
    }

    /** A table that is dropped meanwhile is gone, which the log knows. */
    private void copy(Path file, String name) throws IOException {
        try {
            backup.copy(file, PREFIX + name);
        } catch (NoSuchFileException e) {
            return;
        }
        if (System.nanoTime() > nextLine) {
            progress.say("backup", "copied %d files, %d MiB".formatted(backup.files(), backup.bytes() >> 20));
            nextLine = System.nanoTime() + BETWEEN_LINES.toNanos();
        }
    }

    /** The one file that the log cannot mend: read until two readings agree, since it may be written just now. */
    private static byte[] control(Path file) throws IOException {
        var before = Files.readAllBytes(file);
        for (var now = Files.readAllBytes(file); !Arrays.equals(before, now); now = Files.readAllBytes(file)) {
            before = now;
        }
        return before;
    }

    /** The end of a backup begins a new log file, so that all up to there are complete. */
    private void copyLog(String first, String last) throws IOException {
        var log = server.data().resolve("pg_wal");
        try (var files = Files.list(log)) {
            for (var file : files.sorted().toList()) {
                var name = file.getFileName().toString();
                var segment = name.matches("[0-9A-F]{24}") && name.compareTo(first) >= 0 && name.compareTo(last) <= 0;
                if (segment || name.endsWith(".history")) {
                    backup.copy(file, PREFIX + "pg_wal/" + name);
                }
            }
        }
    }

    private static Instant now(Connection session) throws SQLException {
        try (var statement = session.createStatement();
                var row = statement.executeQuery("select clock_timestamp()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private static void run(Connection session, String query) throws SQLException {
        try (var statement = session.createStatement()) {
            statement.execute(query);
        }
    }

    private static String text(Connection session, String query) throws SQLException {
        try (var statement = session.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
