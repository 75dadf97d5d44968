package city.c3po.story.reporting;

import city.c3po.story.suite.RunningSuite;
import java.time.Instant;

/** The suite's time, which stories move. */
final class CityClock {
    private CityClock() {}

    static Instant now(RunningSuite suite) {
        var time = suite.c3po("clock").lines().findFirst().orElseThrow().split(" +")[1];
        return Instant.parse(time);
    }
}
