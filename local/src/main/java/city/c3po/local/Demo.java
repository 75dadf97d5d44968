package city.c3po.local;

import city.c3po.local.demo.Loading;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Loads the sample city into the running suite. */
@Command(name = "demo")
final class Demo implements Callable<Integer> {
    private final Desk desk;

    Demo(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        var suite = desk.suite();
        var console = desk.console();
        var loading = new Loading(suite.gateway(), suite.tokens(), console);
        var created = loading.all();
        desk.out()
                .printf(
                        Locale.ROOT,
                        "The sample city is there: %d new records in %.1f s, initiatives by triage: %s%n",
                        created,
                        console.seconds(),
                        new TreeMap<>(loading.outcomes()));
        return 0;
    }
}
