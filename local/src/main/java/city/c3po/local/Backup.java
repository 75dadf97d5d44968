package city.c3po.local;

import city.c3po.local.backup.TakeBackup;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Copies all that the suite keeps, while it works. */
@Command(name = "backup")
final class Backup implements Callable<Integer> {
    @Parameters(index = "0")
    private Path folder = Path.of("");

    private final Desk desk;

    Backup(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        var console = desk.console();
        var into = folder.toAbsolutePath().normalize();
        var done = new TakeBackup(desk.home(), desk.suite(), console).into(into);
        desk.out()
                .printf(
                        Locale.ROOT,
                        "Backed up in %.1f s to %s: %d files, %d MiB, as of %s. It holds every secret: keep it as you keep them.%n",
                        console.seconds(),
                        into,
                        done.files(),
                        done.bytes() >> 20,
                        done.taken());
        return 0;
    }
}
