package city.c3po.local;

import city.c3po.local.part.Home;
import city.c3po.local.suite.Stop;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Stops the suite, and on demand deletes all it has kept. */
@Command(name = "down")
final class Down implements Callable<Integer> {
    @Option(names = "--wipe")
    private boolean wipe;

    private final Desk desk;

    Down(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        var console = desk.console();
        new Stop(desk.home(), console).all(desk.suite().parts());
        if (wipe) {
            Home.delete(desk.home().folder());
            desk.out().println("Deleted " + desk.home().folder());
        }
        return 0;
    }
}
