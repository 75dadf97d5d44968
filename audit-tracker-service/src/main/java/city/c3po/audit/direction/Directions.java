package city.c3po.audit.direction;

import city.c3po.audit.known.CityDays;
import city.c3po.audit.known.Departments;
import city.c3po.platform.actor.Actor;
import city.c3po.platform.event.Aggregates;
import city.c3po.platform.event.Journal;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The directions. */
@Singleton
public class Directions extends Aggregates<Direction, UUID, DirectionAction> {
    private final Departments departments;
    private final CityDays days;

    Directions(EntityManager entities, Journal journal, Departments departments, CityDays days) {
        super(Direction.class, entities, journal);
        this.departments = departments;
        this.days = days;
    }

    Direction give(Actor by, NewDirection said) {
        var at = days.now();
        var fresh = new Direction(by, said, nextMeeting(said.body(), said.meetingDate()), days.today(), at);
        return add(fresh, by, one -> one.give(departments.head(said.department()), at));
    }

    /** Of whose due date somebody is to be reminded today, or was to be since the last time. */
    List<UUID> toRemind(LocalDate today) {
        List<?> found = entities()
                .createNativeQuery("""
                        select id from direction where state = 'GIVEN' and due is not null
                          and reminder_day(due, :today) > coalesce(reminded, cast(created_at as date) - 1)""", UUID.class)
                .setParameter("today", today)
                .getResultList();
        return found.stream().map(UUID.class::cast).toList();
    }

    /** As the report cycles of reporting are scheduled. */
    private @Nullable LocalDate nextMeeting(String body, LocalDate after) {
        List<?> found = entities()
                .createNativeQuery("""
                        select min(state ->> 'meetingDate') from known_record
                        where type = 'report' and state ->> 'body' = :body and state ->> 'meetingDate' > :after
                          and state ->> 'state' not in ('CANCELLED', 'WITHDRAWN')""", String.class)
                .setParameter("body", body)
                .setParameter("after", after.toString())
                .getResultList();
        return found.getFirst() == null ? null : LocalDate.parse((String) found.getFirst());
    }
}
