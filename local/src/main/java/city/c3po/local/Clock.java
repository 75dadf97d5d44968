package city.c3po.local;

import city.c3po.local.clock.BusinessClock;
import city.c3po.local.clock.Step;
import city.c3po.local.part.BadSetting;
import city.c3po.local.suite.Suite;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints the business time of each service, after moving it when a step is given. */
@Command(name = "clock")
final class Clock implements Callable<Integer> {
    // Services look at their offset once a second.
    private static final Duration UNTIL_SEEN = Duration.ofMillis(1_500);

    @Parameters(index = "0", arity = "0..1")
    private @Nullable String step;

    private final Desk desk;

    Clock(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws InterruptedException {
        var suite = desk.suite();
        var clock = new BusinessClock(suite.postgres(), Suite.keys(), suite.secrets());
        var times = step == null ? clock.now() : clock.advance(parse(step));
        times.forEach((key, time) -> desk.out().printf("%-10s %s%n", key, time));
        if (step != null) {
            Thread.sleep(UNTIL_SEEN);
        }
        return 0;
    }

    private static Step parse(String text) {
        try {
            return Step.parse(text);
        } catch (IllegalArgumentException e) {
            throw new BadSetting(e.getMessage());
        }
    }
}
