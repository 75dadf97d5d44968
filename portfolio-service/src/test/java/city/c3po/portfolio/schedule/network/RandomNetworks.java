package city.c3po.portfolio.schedule.network;

import city.c3po.portfolio.schedule.network.Activity.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Networks drawn at random: all kinds of activities, links, lags, constraints and progress, in any order. */
public final class RandomNetworks {
    private final Random random;
    private final LocalDate start;
    private final LocalDate dataDate;

    public RandomNetworks(long seed, LocalDate start) {
        this.random = new Random(seed);
        this.start = start.plusDays(random.nextInt(7));
        this.dataDate = random.nextBoolean() ? this.start : this.start.plusDays(random.nextInt(90));
    }

    public LocalDate dataDate() {
        return dataDate;
    }

    public Network next(int most) {
        int size = 1 + random.nextInt(most);
        var activities = new ArrayList<Activity>();
        for (int i = 0; i < size; i++) {
            activities.add(activity(i));
        }
        var links = new ArrayList<Link>();
        for (int tries = random.nextInt(3 * size); tries > 0 && size > 1; tries--) {
            int successor = 1 + random.nextInt(size - 1);
            int predecessor = random.nextInt(successor);
            var type = Link.Type.values()[random.nextInt(4)];
            var link = new Link(
                    "t" + predecessor, "t" + successor, type, random.nextInt(10) < 6 ? 0 : random.nextInt(13) - 5);
            boolean there = links.stream()
                    .anyMatch(one -> one.predecessor().equals(link.predecessor())
                            && one.successor().equals(link.successor())
                            && one.type() == type);
            if (!there && activities.get(predecessor).kind() != Kind.LEVEL_OF_EFFORT) {
                links.add(link);
            }
        }
        Collections.shuffle(activities, random);
        Collections.shuffle(links, random);
        return Network.of(start, activities, links);
    }

    private Activity activity(int i) {
        int dice = random.nextInt(10);
        var kind = dice == 0 ? Kind.LEVEL_OF_EFFORT : dice == 1 ? Kind.MILESTONE : Kind.TASK;
        int duration = kind == Kind.TASK ? 1 + random.nextInt(12) : 0;
        var constraints = new ArrayList<Constraint>();
        while (random.nextInt(5) == 0) {
            var type = Constraint.Type.values()[random.nextInt(Constraint.Type.values().length)];
            constraints.add(new Constraint(type, start.plusDays(random.nextInt(150) - 20)));
        }
        var planned = new Activity("t" + i, kind, duration, null, null, null, List.copyOf(constraints));
        return random.nextInt(4) == 0 && !dataDate.equals(start) ? progressed(planned) : planned;
    }

    private Activity progressed(Activity planned) {
        var began = dataDate.minusDays(random.nextInt(60));
        if (planned.kind() == Kind.MILESTONE) {
            return planned.finished(began, began);
        }
        if (random.nextBoolean()) {
            var ended = began.plusDays(random.nextInt(30));
            return planned.finished(began, ended.isAfter(dataDate) ? dataDate : ended);
        }
        return planned.started(
                began, random.nextBoolean() || planned.kind() != Kind.TASK ? null : 1 + random.nextInt(9));
    }
}
