package city.c3po.local.backup;

import city.c3po.local.part.Home;
import city.c3po.local.part.Progress;
import city.c3po.local.part.Refusal;
import city.c3po.local.postgres.PostgresPart;
import city.c3po.local.postgres.ServiceDatabases;
import city.c3po.local.suite.Suite;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** One backup, while the suite works. */
public final class TakeBackup {
    private static final String LAST_MIGRATION =
            "select coalesce(max(version::int), 0) from flyway_schema_history where success and version is not null";

    /** @param taken everything answered before this is in it */
    public record Done(Instant taken, int files, long bytes) {}

    private final Home home;
    private final Suite suite;
    private final Progress progress;

    public TakeBackup(Home home, Suite suite, Progress progress) {
        this.home = home;
        this.suite = suite;
        this.progress = progress;
    }

    public Done into(Path folder) {
        var server = suite.ownPostgres();
        if (!server.answers()) {
            throw new Refusal(
                    "The database is not running, and a backup is taken from a running one. Start it: ./c3po up");
        }
        if (folder.startsWith(home.folder())) {
            throw new Refusal("%s is within %s, which ./c3po down --wipe deletes. Name a folder elsewhere."
                    .formatted(folder, home.folder()));
        }
        var backup = BackupWriter.into(folder);
        progress.say("backup", "copying the database while it works");
        try {
            var migrations = migrations(server);
            var taken = new ServerCopy(server, backup, progress).take();
            backup.copy(home.folder().resolve(Restoration.SECRETS), Restoration.SECRETS);
            backup.write(new Description(taken, server.majorVersion(), migrations).toBytes(), Description.NAME);
            backup.finish();
            return new Done(taken, backup.files(), backup.bytes());
        } catch (IOException e) {
            throw new Refusal("The backup cannot be written", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("The backup was interrupted. What is in %s is none.".formatted(folder));
        }
    }

    private static Map<String, Integer> migrations(PostgresPart server) {
        var last = new TreeMap<String, Integer>();
        for (var key : Suite.keys()) {
            try (var session = ServiceDatabases.connect(server.address(), key, server.superuser());
                    var statement = session.createStatement()) {
                if (NewEpoch.hasTable(session, "flyway_schema_history")) {
                    var row = statement.executeQuery(LAST_MIGRATION);
                    row.next();
                    last.put(key, row.getInt(1));
                }
            } catch (SQLException e) {
                throw new Refusal("The database of %s does not answer".formatted(key), e);
            }
        }
        return last;
    }
}
