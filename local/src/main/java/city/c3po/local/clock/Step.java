package city.c3po.local.clock;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;

/**
 * How far the clock moves, as {@code +P60D} or {@code +P1M2DT3H}: an ISO 8601 duration with a plus, since the clock
 * only moves forward.
 */
public record Step(String iso) {
    public static Step parse(String text) {
        if (!text.startsWith("+P")) {
            throw new IllegalArgumentException(
                    "%s is no step: write a plus and an ISO 8601 duration, as +P60D".formatted(text));
        }
        var iso = text.substring(1);
        try {
            var time = iso.indexOf('T');
            var days =
                    iso.equals("P") || time == 1 ? Period.ZERO : Period.parse(time < 0 ? iso : iso.substring(0, time));
            var hours = time < 0 ? Duration.ZERO : Duration.parse("P" + iso.substring(time));
            if (days.isNegative() || hours.isNegative() || (days.isZero() && hours.isZero())) {
                throw new IllegalArgumentException(
                        "%s is no step forward: the clock only moves forward".formatted(text));
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("%s is no ISO 8601 duration, as +P60D is".formatted(text), e);
        }
        return new Step(iso);
    }
}
