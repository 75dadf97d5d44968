package city.c3po.portfolio.resource;

import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Journal;
import city.c3po.platform.rule.Seen;
import city.c3po.portfolio.reference.CityCalendars;
import city.c3po.portfolio.reference.KnownReferences;
import city.c3po.portfolio.schedule.network.WorkDays;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;

/** The capacities, and how much of each is taken. */
@Singleton
class Capacities extends Aggregates<Capacity, String, CapacityAction> {
    private final CityCalendars calendars;
    private final KnownReferences known;
    private final BigDecimal hoursPerDay;

    Capacities(
            EntityManager entities,
            Journal journal,
            CityCalendars calendars,
            KnownReferences known,
            @ConfigProperty(name = "c3po.capacity.hours-per-day") BigDecimal hoursPerDay) {
        super(Capacity.class, entities, journal);
        this.calendars = calendars;
        this.known = known;
        this.hoursPerDay = hoursPerDay;
    }

    Capacity say(CapacityKey key, Actor by, Seen seen, CapacityText text, Instant at) {
        known.check(by).department("/department", key.department()).require();
        var calendar = calendars.of(CityCalendars.CITY, "/calendar");
        int days = WorkDays.of(calendar, key.month().atDay(1))
                .between(key.month().atDay(1), key.month().atEndOfMonth());
        var load = load(key.id());
        // what its owner allowed above the capacity does not hold it up
        var hard = load.hard().subtract(load.over());
        return put(
                key.id(),
                by,
                seen,
                CapacityAction.SAY,
                () -> new Capacity(key),
                capacity -> capacity.say(by, text, days, hoursPerDay, hard, at),
                capacity -> capacity.say(by, text, days, hoursPerDay, hard, at));
    }

    /** Locked, so that two who allocate of it take turns; none where nobody said it. */
    Optional<Capacity> locked(String id) {
        return Optional.ofNullable(entities().find(Capacity.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    Optional<Capacity> known(String id) {
        return Optional.ofNullable(entities().find(Capacity.class, id));
    }

    Load load(String capacity) {
        return entities().unwrap(Session.class).doReturningWork(connection -> {
            try (var query = connection.prepareStatement("""
                select coalesce(sum(hours) filter (where state = 'ALLOCATED'), 0),
                       coalesce(sum(hours) filter (where state = 'CONFIRMED'), 0),
                       coalesce(sum(over_hours) filter (where state = 'ALLOCATED'), 0)
                from allocation where capacity = ?\
                """)) {
                query.setString(1, capacity);
                try (var row = query.executeQuery()) {
                    row.next();
                    return new Load(row.getBigDecimal(1), row.getBigDecimal(2), row.getBigDecimal(3));
                }
            }
        });
    }
}
