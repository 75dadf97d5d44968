package city.c3po.local.backup;

import city.c3po.local.part.BusyPort;
import city.c3po.local.part.Home;
import city.c3po.local.part.PartProcess;
import city.c3po.local.part.Progress;
import city.c3po.local.part.Refusal;
import city.c3po.local.suite.Start;
import city.c3po.local.suite.Stop;
import city.c3po.local.suite.Suite;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;

/** The way back: an empty home becomes what the backup holds, ready to be started. */
public final class Restoration {
    static final String SECRETS = "secrets.properties";

    /** Folders that the server expects, and that hold nothing it would need from a backup. */
    private static final List<String> EMPTY = List.of(
            "pg_commit_ts",
            "pg_dynshmem",
            "pg_logical/mappings",
            "pg_logical/snapshots",
            "pg_notify",
            "pg_replslot",
            "pg_serial",
            "pg_snapshots",
            "pg_stat",
            "pg_stat_tmp",
            "pg_subtrans",
            "pg_tblspc",
            "pg_twophase",
            "pg_wal");

    /** @param epoch under which everything is told again */
    public record Done(Instant taken, int epoch) {}

    private final Home home;
    private final Suite suite;
    private final Progress progress;

    public Restoration(Home home, Suite suite, Progress progress) {
        this.home = home;
        this.suite = suite;
        this.progress = progress;
    }

    /** Data of an unfinished restore would look sound and tell their story under an epoch that is over. */
    public static void mustNotBeUnfinished(Home home) {
        if (Files.exists(unfinished(home))) {
            throw new Refusal(
                    "A restore was interrupted here. Delete what it left, then restore again: ./c3po down --wipe");
        }
    }

    private static Path unfinished(Home home) {
        return home.folder().resolve("restore.unfinished");
    }

    /** Refuses before anything is written, if it can be known before. */
    public Done from(Path folder) {
        var server = suite.ownPostgres();
        mustBeEmpty();
        var backup = BackupReader.of(folder);
        try {
            var description = Description.of(backup.read(Description.NAME));
            description.mustFit(server.majorVersion(), suite.lastMigrations());
            Files.writeString(Home.create(home.folder()).resolve(unfinished(home)), folder + "\n");
            try {
                copy(backup, server.data());
            } catch (IOException | RuntimeException e) {
                Home.delete(server.data().resolveSibling("data.new"));
                Files.deleteIfExists(unfinished(home));
                throw e;
            }
            var opened = openEpoch();
            suite.renewTopicsElsewhere();
            Files.delete(unfinished(home));
            return new Done(description.taken(), opened.epoch());
        } catch (IOException e) {
            throw new Refusal("The backup cannot be restored", e);
        }
    }

    private void mustBeEmpty() {
        mustNotBeUnfinished(home);
        for (var part : suite.parts()) {
            if (new PartProcess(home, part.name()).running().isPresent()) {
                throw new Refusal("%s is running. Stop the suite first: ./c3po down".formatted(part.name()));
            }
        }
        suite.parts().forEach(part -> BusyPort.refuse(part.ports()));
        for (var part : List.of("postgres", "kafka")) {
            if (Files.exists(home.folder().resolve(part).resolve("data"))) {
                throw new Refusal(
                        "There are data in %s, which a restore does not overwrite. Keep a copy if you may need it, then: ./c3po down --wipe"
                                .formatted(home.folder().resolve(part)));
            }
        }
    }

    private void copy(BackupReader backup, Path data) throws IOException {
        progress.say("restore", "copying and checking the database");
        var secrets = backup.read(SECRETS);
        var copy = data.resolveSibling("data.new");
        Home.delete(copy);
        var files = backup.copyTo(Home.create(copy), ServerCopy.PREFIX);
        for (var name : EMPTY) {
            Home.create(copy.resolve(name));
        }
        protect(copy, "rwx------");
        var file = home.folder().resolve(SECRETS);
        Files.deleteIfExists(file);
        Files.createFile(file);
        protect(file, "rw-------");
        Files.write(file, secrets);
        Files.move(copy, data, StandardCopyOption.ATOMIC_MOVE);
        progress.say("restore", "%d files are as they were written".formatted(files));
    }

    private static void protect(Path file, String permissions) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        }
    }

    private NewEpoch.Opened openEpoch() {
        var server = suite.ownPostgres();
        new Start(home, progress).all(List.of(server));
        try {
            var opened = new NewEpoch(server).open();
            opened.events()
                    .forEach((key, events) -> progress.say(key, "%,d events will be sent again".formatted(events)));
            progress.say("restore", "epoch %d is open".formatted(opened.epoch()));
            return opened;
        } finally {
            new Stop(home, progress).all(List.of(server));
        }
    }
}
