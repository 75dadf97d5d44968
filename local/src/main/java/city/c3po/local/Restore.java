package city.c3po.local;

import city.c3po.local.backup.Restoration;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Brings a backup back to an empty home, and starts the suite with it. */
@Command(name = "restore")
final class Restore implements Callable<Integer> {
    @Parameters(index = "0")
    private Path folder = Path.of("");

    private final Desk desk;

    Restore(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws InterruptedException {
        var done = new Restoration(desk.home(), desk.suite(), desk.console())
                .from(folder.toAbsolutePath().normalize());
        desk.out()
                .printf(
                        "Restored as of %s. Starting; every journal is sent again under epoch %d.%n",
                        done.taken(), done.epoch());
        return Up.detached(desk).call();
    }
}
