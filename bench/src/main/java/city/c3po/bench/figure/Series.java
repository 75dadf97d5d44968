package city.c3po.bench.figure;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/** One value per round. The median is what a round is like; least and most say how far to trust it. */
public record Series(List<Double> rounds) {
    public Series {
        rounds = List.copyOf(rounds);
        if (rounds.isEmpty()) {
            throw new IllegalArgumentException("A series needs at least one round");
        }
    }

    public static Series of(Collection<Double> rounds) {
        return new Series(List.copyOf(rounds));
    }

    public static Series of(double... rounds) {
        return new Series(java.util.Arrays.stream(rounds).boxed().toList());
    }

    @JsonProperty
    public double median() {
        var sorted = rounds.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    @JsonProperty
    public double least() {
        return rounds.stream().min(Double::compare).orElseThrow();
    }

    @JsonProperty
    public double most() {
        return rounds.stream().max(Double::compare).orElseThrow();
    }

    /**
     * What is left of two rates when each piece of work needs both, one after the other on the same processors:
     * 1/(1/a + 1/b), round by round.
     */
    public Series composedWith(Series other) {
        if (other.rounds.size() != rounds.size()) {
            throw new IllegalArgumentException(
                    "%d rounds cannot be composed with %d".formatted(rounds.size(), other.rounds.size()));
        }
        return new Series(IntStream.range(0, rounds.size())
                .mapToObj(round -> 1 / (1 / rounds.get(round) + 1 / other.rounds.get(round)))
                .toList());
    }

    /** Round by round, since the neighbours of a round on the machine are the same for both. */
    public Series over(Series limit) {
        if (limit.rounds.size() != rounds.size()) {
            throw new IllegalArgumentException(
                    "%d rounds cannot be compared with %d".formatted(rounds.size(), limit.rounds.size()));
        }
        if (limit.least() <= 0) {
            throw new IllegalArgumentException("A limit of nothing limits nothing");
        }
        return new Series(IntStream.range(0, rounds.size())
                .mapToObj(round -> rounds.get(round) / limit.rounds.get(round))
                .toList());
    }
}
