package city.c3po.audit.control;

import city.c3po.audit.known.CityDays;
import city.c3po.audit.known.Told;
import city.c3po.platform.value.Reference;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a judgement of one root finds, and when it must be judged again because a day comes. */
final class Readings {
    private final List<Reading> found = new ArrayList<>();
    private final CityDays days;
    private final Instant now;
    private @Nullable Instant next;

    Readings(CityDays days, Instant now) {
        this.days = days;
        this.now = now;
    }

    /** @param missing what the subject lacks; null where it has all */
    void count(Part part, String item, Reference subject, @Nullable String missing) {
        found.add(Reading.of(part, item, subject, missing));
    }

    void share(Part part, Reference subject, BigDecimal share) {
        found.add(new Reading(part, "", subject, share, null));
    }

    /** The answer changes when this day begins, if it is to come. */
    void again(@Nullable LocalDate day) {
        if (day != null) {
            again(days.begin(day));
        }
    }

    void again(Instant at) {
        if (at.isAfter(now) && (next == null || at.isBefore(next))) {
            next = at;
        }
    }

    LocalDate today() {
        return days.dateOf(now);
    }

    Instant now() {
        return now;
    }

    LocalDate dateOf(Instant at) {
        return days.dateOf(at);
    }

    /** When a day is over. */
    Instant endOf(LocalDate day) {
        return days.begin(day.plusDays(1)).minusSeconds(1);
    }

    List<Reading> found() {
        return found;
    }

    @Nullable Instant next() {
        return next;
    }

    static Reference reference(Told told) {
        var href = told.text("/href");
        return new Reference(told.type(), told.id(), told.text("/number"), href == null ? "/" : href);
    }
}
