package city.c3po.story.operations;

import city.c3po.testing.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A disk of some megabytes that holds a database, and can be filled to its last byte and emptied again. */
final class SmallDisk implements AutoCloseable {
    private static final int MEGABYTE = 1 << 20;

    private final Path mount;
    private final Database database;
    private final String tablespace;

    private SmallDisk(Path mount, Database database) {
        this.mount = mount;
        this.database = database;
        this.tablespace = "small_" + database.name();
    }

    /** Empty where this user may not mount one. */
    static Optional<SmallDisk> under(Database database, int megabytes) {
        try {
            var mount = Files.createTempDirectory("c3po-small-disk");
            if (run("mount", "-t", "tmpfs", "-o", "mode=755,size=" + megabytes + "m", "tmpfs", mount.toString()) != 0) {
                Files.delete(mount);
                return Optional.empty();
            }
            var disk = new SmallDisk(mount, database);
            disk.moveDatabase();
            return Optional.of(disk);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void moveDatabase() throws IOException {
        try (var admin = database.asSuperuser();
                var sql = admin.createStatement()) {
            var row = sql.executeQuery("show data_directory");
            row.next();
            var folder = Files.createDirectory(mount.resolve("data"));
            Files.setOwner(folder, Files.getOwner(Path.of(row.getString(1))));
            Files.createFile(filler());
            sql.execute("create tablespace %s location '%s'".formatted(tablespace, folder));
            // Of this database, and so for all tables that are made in it from now on.
            sql.execute("grant create on tablespace %s to public".formatted(tablespace));
            sql.execute("alter role %s in database %s set default_tablespace = %s"
                    .formatted(database.ownerRole(), database.name(), tablespace));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void fill() {
        try (var out = Files.newOutputStream(filler(), StandardOpenOption.APPEND)) {
            var chunk = new byte[MEGABYTE];
            while (mount.toFile().getUsableSpace() > 0) {
                out.write(chunk);
            }
        } catch (IOException full) {
            // The last piece did not fit: that is what was wanted.
        }
    }

    void makeRoom() {
        try (var out = Files.newOutputStream(filler(), StandardOpenOption.TRUNCATE_EXISTING)) {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path filler() {
        return mount.resolve("filler");
    }

    /** The database goes with it: there is nothing left that could be in it. */
    @Override
    public void close() {
        try (var admin = java.sql.DriverManager.getConnection(
                        database.url().replaceAll("/[^/]*$", "/postgres"), "postgres", "postgres");
                var sql = admin.createStatement()) {
            sql.execute("drop database if exists " + database.name() + " with (force)");
            sql.execute("drop tablespace " + tablespace);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            run("umount", "-l", mount.toString());
        }
    }

    private static int run(String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor(30, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (IOException absent) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
