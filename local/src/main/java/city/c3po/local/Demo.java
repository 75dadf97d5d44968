package city.c3po.local;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Loads the sample city. */
@Command(name = "demo")
final class Demo implements Callable<Integer> {
    private final Desk desk;

    Demo(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        return 0;
    }
}
