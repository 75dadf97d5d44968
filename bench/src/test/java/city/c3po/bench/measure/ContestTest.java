package city.c3po.bench.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import city.c3po.bench.figure.Figure;
import city.c3po.bench.figure.Series;
import city.c3po.bench.figure.Unit;
import city.c3po.bench.tool.Load;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContestTest {
    private static final Plan PLAN =
            new Plan(2, Duration.ofSeconds(9), Duration.ofSeconds(3), Duration.ofSeconds(1), 1, 1);

    private final List<String> turns = new ArrayList<>();

    @Test
    void allAreWarmedUpThenTakeTurnsAndTheWarmUpIsNoFigure() throws InterruptedException {
        var figures = new Contest(PLAN, line -> {})
                .with("limit", duration -> turn("limit", duration, 100))
                .with("ours", duration -> turn("ours", duration, 50))
                .run();

        assertEquals(List.of("limit 9", "ours 9", "limit 3", "ours 3", "limit 3", "ours 3"), turns);
        assertEquals(Figure.of("ours", Unit.PER_SECOND, Series.of(50, 50)), figures.get("ours"));
    }

    private Load turn(String side, Duration duration, double perSecond) {
        turns.add(side + " " + duration.toSeconds());
        return new Load(1, duration.toSeconds() > 5 ? 1 : perSecond);
    }
}
