package city.c3po.bench.figure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of the answer.
 *
 * @param ratio this figure over its limit, round by round
 * @param goal what it is expected to reach; a goal is reported and never stops a run
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Figure(
        String name,
        Unit unit,
        Series values,
        @Nullable Ratio ratio,
        @Nullable Goal goal) {

    public record Ratio(String to, Series values) {}

    public record Goal(String words, boolean met) {}

    public static Figure of(String name, Unit unit, Series values) {
        return new Figure(name, unit, values, null, null);
    }

    /** The most that work can reach which needs both: the framework's answer and the database's. */
    public static Figure limit(Figure framework, Figure database) {
        return of("limit L of both", framework.unit, framework.values.composedWith(database.values));
    }

    public Figure over(Figure limit) {
        return new Figure(name, unit, values, new Ratio(limit.name, values.over(limit.values)), goal);
    }

    /** Wants at least this part of the limit. */
    public Figure part(double least) {
        if (ratio == null) {
            throw new IllegalStateException(name + " has no limit to be a part of");
        }
        var words = String.format(Locale.ROOT, "ratio ≥ %.2f", least);
        return new Figure(name, unit, values, ratio, new Goal(words, ratio.values.median() >= least));
    }

    /** Wants at most so many times the other figure. */
    public Figure times(double most) {
        if (ratio == null) {
            throw new IllegalStateException(name + " has nothing to be compared with");
        }
        var words = String.format(Locale.ROOT, "ratio ≤ %.2f", most);
        return new Figure(name, unit, values, ratio, new Goal(words, ratio.values.median() <= most));
    }

    public Figure atLeast(double bound) {
        return new Figure(name, unit, values, ratio, goal("≥", bound, values.median() >= bound));
    }

    public Figure below(double bound) {
        return new Figure(name, unit, values, ratio, goal("<", bound, values.median() < bound));
    }

    public Figure atMost(double bound) {
        return new Figure(name, unit, values, ratio, goal("≤", bound, values.median() <= bound));
    }

    private Goal goal(String sign, double bound, boolean met) {
        return new Goal("%s %s %s".formatted(sign, plain(bound), unit.symbol()), met);
    }

    private static String plain(double bound) {
        return String.format(Locale.ROOT, bound == Math.rint(bound) ? "%,.0f" : "%s", bound);
    }
}
